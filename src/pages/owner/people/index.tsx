/** 人员. */
import { Page } from '@/components/page'

export default function PeoplePage() {
  return (
    <Page title="人员" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
