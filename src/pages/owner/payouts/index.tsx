/** 提现审核. */
import { Page } from '@/components/page'

export default function PayoutsPage() {
  return (
    <Page title="提现审核" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
