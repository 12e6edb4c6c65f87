/** 订单. */
import { Page } from '@/components/page'

export default function OrdersPage() {
  return (
    <Page title="订单" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
