/** 订单详情. */
import { Page } from '@/components/page'

export default function OrderDetailPage() {
  return (
    <Page title="订单详情" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
