/** 确认订单: address, goods, remark and amount as the server prices them; then payment. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { CART, openPage, openTab, pathOf } from '@/features/mall/open-page'
import { maskedPhone, placeText } from '@/features/trade/address'
import { Amounts } from '@/features/trade/amounts'
import { OrderLine } from '@/features/trade/order-line'
import { useCheckout } from '@/features/trade/use-checkout'
import type { Preview } from '@/features/trade/what-changed'
import './index.scss'

function AddressCard({ address }: Pick<Preview, 'address'>) {
  return (
    <Card onTap={() => openPage(pathOf.addresses(true))}>
      <View className="fy-row">
        <Icon name="pin" className="checkout-pin" />
        {address ? (
          <View className="fy-grow">
            <Text className="checkout-name">
              {address.name} {maskedPhone(address.phone)}
            </Text>
            <Text className="checkout-place">{placeText(address)}</Text>
          </View>
        ) : (
          <View className="fy-grow">
            <Text className="checkout-name">选收货地址</Text>
            <Text className="checkout-place">写好地址，才知道寄到哪里</Text>
          </View>
        )}
        <Icon name="chev" size={16} className="checkout-chev" />
      </View>
    </Card>
  )
}

function Trouble({ message, changes }: { message: string; changes: string[] }) {
  return (
    <View className="trade-notice">
      <Notice kind="bad">
        <Text className="checkout-trouble">{`订单没有提交，没有扣款。${message}`}</Text>
        {changes.map((change) => (
          <Text key={change} className="checkout-trouble">
            {change}
          </Text>
        ))}
      </Notice>
    </View>
  )
}

export default function CheckoutPage() {
  const { checkout, preview, submit, busy, error, changes } = useCheckout()
  const [remark, setRemark] = useState('')
  const bar = preview && (
    <BottomBar
      lead={
        <View className="fy-row fy-row-base">
          <Text className="checkout-word">应付</Text>
          <Money fen={preview.payableFen} size="2" tone="price" />
        </View>
      }
    >
      <Button
        busy={busy}
        disabledReason={preview.address ? null : '先选收货地址'}
        onTap={() => void submit(remark)}
      >
        提交订单
      </Button>
    </BottomBar>
  )
  return (
    <Page
      title="确认订单"
      resource={checkout}
      errorTitle="订单没有算出来"
      reassurance="还没有下单，没有扣款。"
      empty={{
        title: '没有要结算的商品',
        text: '在购物车里选好，再来结算。',
        actionText: '去购物车',
        onAction: () => openTab(CART),
      }}
      overlay={bar}
    >
      {error && <Trouble message={error.message} changes={changes} />}
      {preview && (
        <>
          <AddressCard address={preview.address} />
          <Card flush>
            {preview.lines.map((line) => (
              <OrderLine key={line.line} line={line} />
            ))}
          </Card>
          <Card>
            <Field
              label="备注"
              placeholder="想对店主说的话"
              value={remark}
              onChange={setRemark}
              maxLength={100}
            />
          </Card>
          <Card flush>
            <Amounts {...preview} totalWord="应付" />
          </Card>
          {preview.freeShippingGapFen > 0 && (
            <View className="trade-group">
              <Notice icon="truck">再买 {formatFen(preview.freeShippingGapFen)} 就包邮</Notice>
            </View>
          )}
        </>
      )}
    </Page>
  )
}
