/** 提现. */
import { Page } from '@/components/page'

export default function WithdrawPage() {
  return (
    <Page title="提现" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
