/** 申请售后. */
import { Page } from '@/components/page'

export default function AfterSaleApplyPage() {
  return (
    <Page title="申请售后" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
