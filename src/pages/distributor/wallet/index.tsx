/** 钱包. */
import { Page } from '@/components/page'

export default function WalletPage() {
  return (
    <Page title="钱包" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
