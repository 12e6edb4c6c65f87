/** 商品. */
import { Page } from '@/components/page'

export default function ProductsPage() {
  return (
    <Page title="商品" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
