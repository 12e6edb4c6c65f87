/** 分享. */
import { Page } from '@/components/page'

export default function SharePage() {
  return (
    <Page title="分享" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
