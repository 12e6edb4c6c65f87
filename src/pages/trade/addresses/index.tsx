/** 收货地址: the address book; opened from the checkout, a tap chooses and goes back. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { confirm } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SkeletonRows } from '@/components/skeleton'
import { StatusTag } from '@/components/tag'
import { leavePage, openPage, pathOf } from '@/features/mall/open-page'
import { maskedPhone, placeText } from '@/features/trade/address'
import type { Address } from '@/features/trade/address'
import { useChosenAddress } from '@/features/trade/chosen-address'
import { CheckMark } from '@/features/trade/check-mark'
import { useResource } from '@/state/use-resource'
import './index.scss'

interface AddressCardProps {
  address: Address
  /** Set when the page was opened to choose. */
  isChosen?: boolean
  onChoose?: () => void
  onRemove: () => void
}

function AddressCard({ address, isChosen, onChoose, onRemove }: AddressCardProps) {
  return (
    <Card bare className="address-card">
      <View className="address-main" onClick={onChoose}>
        {onChoose && <CheckMark on={isChosen ?? false} label={`寄到${address.detail}`} />}
        <View className="fy-grow">
          <View className="fy-row">
            <Text className="address-name">{address.name}</Text>
            <Text className="address-phone">{maskedPhone(address.phone)}</Text>
            {address.isDefault && <StatusTag tone="brand">默认</StatusTag>}
          </View>
          <Text className="address-place">{placeText(address)}</Text>
        </View>
      </View>
      <View className="address-actions">
        <Button
          kind="plain"
          size="small"
          icon="edit"
          onTap={() => openPage(pathOf.addressEdit(address.id))}
        >
          修改
        </Button>
        <Button kind="plain" size="small" icon="trash" onTap={onRemove}>
          删除
        </Button>
      </View>
    </Card>
  )
}

export default function AddressesPage() {
  const isChoosing = useRouter().params['choose'] === '1'
  const { addressId, choose } = useChosenAddress()
  const book = useResource(() => call('mall.listAddresses', {}), {
    onShow: true,
    isEmpty: ({ addresses }) => addresses.length === 0,
  })
  const removing = useAction('mall.removeAddress')
  const remove = async (address: Address) => {
    const isSure = await confirm({
      title: `删除${address.name}的地址？`,
      text: placeText(address),
      confirmText: '删掉',
      danger: true,
    })
    if (!isSure || !(await removing.run({ id: address.id }))) return
    if (addressId === address.id) choose(null)
    await book.reload()
  }
  const take = (address: Address) => {
    choose(address.id)
    leavePage()
  }
  const chosen = addressId ?? book.data?.addresses.find(({ isDefault }) => isDefault)?.id
  return (
    <Page
      title={isChoosing ? '选收货地址' : '收货地址'}
      resource={book}
      skeleton={<SkeletonRows rows={3} lead="none" />}
      errorTitle="收货地址没有打开"
      empty={{
        title: '还没有收货地址',
        text: '加一个地址，下单时就不用再写了。',
        actionText: '加地址',
        actionIcon: 'plus',
        onAction: () => openPage(pathOf.addressEdit()),
      }}
      overlay={
        <BottomBar>
          <Button icon="plus" onTap={() => openPage(pathOf.addressEdit())}>
            加地址
          </Button>
        </BottomBar>
      }
    >
      {removing.error && (
        <View className="trade-notice">
          <Notice kind="bad">没有删掉：{removing.error.message}</Notice>
        </View>
      )}
      {book.data?.addresses.map((address) => (
        <AddressCard
          key={address.id}
          address={address}
          isChosen={address.id === chosen}
          onChoose={isChoosing ? () => take(address) : undefined}
          onRemove={() => void remove(address)}
        />
      ))}
    </Page>
  )
}
