/** 看板. */
import { Page } from '@/components/page'

export default function DashboardPage() {
  return (
    <Page title="看板" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
