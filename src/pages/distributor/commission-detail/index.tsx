/** 为什么是这个数. */
import { Page } from '@/components/page'

export default function CommissionDetailPage() {
  return (
    <Page title="为什么是这个数" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
