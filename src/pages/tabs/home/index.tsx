/** 茶与礼. */
import { Page } from '@/components/page'

export default function HomePage() {
  return (
    <Page title="茶与礼" tab state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
