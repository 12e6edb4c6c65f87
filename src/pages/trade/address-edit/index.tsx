/** 编辑地址. */
import { Page } from '@/components/page'

export default function AddressEditPage() {
  return (
    <Page title="编辑地址" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
