/** 我的. */
import { Page } from '@/components/page'

export default function MePage() {
  return (
    <Page title="我的" tab state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
