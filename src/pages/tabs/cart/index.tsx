/** 购物车. */
import { Page } from '@/components/page'

export default function CartPage() {
  return (
    <Page title="购物车" tab state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
