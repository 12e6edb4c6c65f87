/** 订单详情: one order as the shop sees it: where it goes, what was paid, who earned on it. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Money } from '@/components/money'
import { openPage } from '@/features/mall/open-page'
import { DeskPage } from '@/features/owner/desk-page'
import { BuyerCard, PaidToWhom } from '@/features/owner/order-parts'
import { shopHeadOf } from '@/features/owner/order-words'
import type { OrderDetail, ShopOrder } from '@/features/owner/order-words'
import { deskPaths } from '@/features/owner/paths'
import { ShopAfterSaleTag } from '@/features/owner/shop-after-sale-tag'
import { ShipSheet } from '@/features/owner/ship-sheet'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { Amounts } from '@/features/trade/amounts'
import { OrderFacts } from '@/features/trade/order-facts'
import { OrderLine } from '@/features/trade/order-line'
import { unitsNote } from '@/features/trade/order-words'
import { Parcels } from '@/features/trade/parcels'
import { StatusHead } from '@/features/trade/status-head'
import { useResource } from '@/state/use-resource'
import './index.scss'

function AfterSales({ afterSales }: Pick<ShopOrder, 'afterSales'>) {
  if (afterSales.length === 0) return null
  return (
    <Card flush>
      {afterSales.map(({ id, status, refundFen }) => (
        <ListRow
          key={id}
          title={
            <>
              售后 <Money fen={refundFen} />
            </>
          }
          value={<ShopAfterSaleTag status={status} />}
          onTap={() => openPage(deskPaths.refunds())}
        />
      ))}
    </Card>
  )
}

function Detail({ detail }: { detail: OrderDetail }) {
  const { order } = detail
  const isPaid = order.paidAt !== null
  return (
    <View className="desk-list shop-detail">
      <StatusHead head={shopHeadOf(order)} />
      <BuyerCard order={order} />
      <Parcels parcels={order.parcels} lines={order.lines} />
      <Card>
        {order.lines.map((line) => (
          <OrderLine key={line.line} line={line} note={unitsNote(line)} />
        ))}
        <Amounts {...order} totalWord={isPaid ? '实收' : '应收'} />
      </Card>
      <AfterSales afterSales={order.afterSales} />
      <PaidToWhom detail={detail} />
      <OrderFacts order={order} />
    </View>
  )
}

export default function OwnerOrderDetailPage() {
  const { id = '', ship } = useRouter().params
  const isOwner = useIsOwner()
  const [isShipping, setShipping] = useState(ship === '1')
  const detail = useResource(() => call('owner.getOrder', { orderId: id }), {
    keys: [id],
    onShow: true,
  })
  const order = detail.data?.order
  const shippable = isOwner && order?.actions.includes('ship') ? order : null
  return (
    <DeskPage
      title="订单详情"
      resource={detail}
      overlay={
        shippable && (
          <>
            <BottomBar>
              <Button icon="truck" onTap={() => setShipping(true)}>
                发货
              </Button>
            </BottomBar>
            <ShipSheet
              order={shippable}
              open={isShipping}
              onClose={() => setShipping(false)}
              onShipped={() => {
                setShipping(false)
                void detail.reload()
              }}
            />
          </>
        )
      }
    >
      {detail.data && <Detail detail={detail.data} />}
    </DeskPage>
  )
}
