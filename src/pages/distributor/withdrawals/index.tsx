/** 提现记录. */
import { Page } from '@/components/page'

export default function WithdrawalsPage() {
  return (
    <Page title="提现记录" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
