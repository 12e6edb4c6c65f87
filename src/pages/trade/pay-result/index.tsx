/** 付款结果. */
import { Page } from '@/components/page'

export default function PayResultPage() {
  return (
    <Page title="付款结果" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
