/** 售后详情. */
import { Page } from '@/components/page'

export default function AfterSaleDetailPage() {
  return (
    <Page title="售后详情" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
