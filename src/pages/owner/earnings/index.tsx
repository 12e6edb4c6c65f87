/** 收入与佣金. */
import { Page } from '@/components/page'

export default function EarningsPage() {
  return (
    <Page title="收入与佣金" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
