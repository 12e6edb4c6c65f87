/** 收货地址: writing a new one or mending one; WeChat's own address book fills it where offered. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { addressChooser } from '@/api/platform'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { toastBehind } from '@/components/toast'
import { leavePage } from '@/features/mall/open-page'
import { emptyDraft, faultsOf } from '@/features/trade/address'
import type { AddressDraft } from '@/features/trade/address'
import { AddressForm } from '@/features/trade/address-form'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import './index.scss'

/** The stored address, an empty one, or undefined when it was deleted meanwhile. */
async function loadDraft(id: string | undefined): Promise<{ draft: AddressDraft | undefined }> {
  const { addresses } = await call('mall.listAddresses', {})
  if (id === undefined) return { draft: { ...emptyDraft, isDefault: addresses.length === 0 } }
  return { draft: addresses.find((address) => address.id === id) }
}

function useAddressDraft(id: string | undefined) {
  const stored = useResource(() => loadDraft(id), {
    keys: [id],
    isEmpty: ({ draft }) => draft === undefined,
  })
  return { stored, ...useDraft<AddressDraft>(stored.data?.draft ?? emptyDraft) }
}

export default function AddressEditPage() {
  const { id } = useRouter().params
  const { stored, draft, setDraft } = useAddressDraft(id)
  const [isTried, setTried] = useState(false)
  const saving = useAction('mall.saveAddress')
  const faults = faultsOf(draft)
  const chooser = addressChooser()

  const save = async () => {
    setTried(true)
    if (Object.keys(faults).length > 0) return
    const { name, phone, province, city, district, detail, isDefault } = draft
    const answer = await saving.run({
      ...(id === undefined ? {} : { id }),
      ...{ name, phone: phone.trim(), province, city, district, detail, isDefault },
    })
    if (!answer) return
    toastBehind('地址存好了')
    leavePage()
  }
  const fill = async () => {
    const chosen = await chooser?.()
    if (chosen) setDraft({ ...draft, ...chosen })
  }
  return (
    <Page
      title={id === undefined ? '加地址' : '改地址'}
      resource={stored}
      errorTitle="地址没有打开"
      empty={{ title: '这个地址已经删除了', actionText: '返回', onAction: leavePage }}
      overlay={
        <BottomBar>
          <Button busy={saving.busy} onTap={() => void save()}>
            保存地址
          </Button>
        </BottomBar>
      }
    >
      {saving.error && (
        <View className="trade-notice">
          <Notice kind="bad">地址没有存上：{saving.error.message}</Notice>
        </View>
      )}
      {chooser && (
        <Card flush className="address-known">
          <ListRow title="用微信里的地址" icon="pin" onTap={() => void fill()} />
        </Card>
      )}
      <AddressForm draft={draft} onChange={setDraft} faults={isTried ? faults : {}} />
    </Page>
  )
}
