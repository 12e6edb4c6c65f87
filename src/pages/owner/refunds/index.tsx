/** 售后处理. */
import { Page } from '@/components/page'

export default function RefundsPage() {
  return (
    <Page title="售后处理" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
