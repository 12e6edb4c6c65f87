/** 开店. */
import { Page } from '@/components/page'

export default function ClaimPage() {
  return (
    <Page title="开店" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
