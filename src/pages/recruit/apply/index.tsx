/** 成为分销员. */
import { Page } from '@/components/page'

export default function ApplyPage() {
  return (
    <Page title="成为分销员" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
