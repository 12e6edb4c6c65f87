/** 收货地址. */
import { Page } from '@/components/page'

export default function AddressesPage() {
  return (
    <Page title="收货地址" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
