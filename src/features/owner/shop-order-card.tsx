/** An order in the desk's list: who bought what for how much, and whether it waits for a parcel. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { OrderTag, StatusTag } from '@/components/tag'
import { openPage } from '@/features/mall/open-page'
import { momentText } from '@/components/moment/format'
import { OrderLine } from '@/features/trade/order-line'
import type { ShopOrderRow } from './order-words'
import { deskPaths } from './paths'

/** The rest is on the order's own page. */
const SHOWN_LINES = 2

export function ShopOrderCard({ order, mayShip }: { order: ShopOrderRow; mayShip: boolean }) {
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <Card>
      <View onClick={() => openPage(deskPaths.order(order.id))}>
        <View className="fy-row">
          <Text className="shop-order-buyer fy-ell">{order.buyerName}</Text>
          <Text className="fy-t-cap fy-ink-3 fy-nowrap">{momentText(order.placedAt)}</Text>
          <View className="fy-end fy-row">
            {order.hasOpenAfterSale && <StatusTag tone="warn">售后中</StatusTag>}
            <View className="fy-ml-4">
              <OrderTag status={order.status} />
            </View>
          </View>
        </View>
        {order.lines.slice(0, SHOWN_LINES).map((line, index) => (
          <OrderLine key={index} line={line} />
        ))}
        <View className="shop-order-sum">
          {order.refundedFen > 0 && (
            <Text className="fy-mr-8">
              已退 <Money fen={order.refundedFen} size="4" />
            </Text>
          )}
          <Text className="fy-mr-8">共 {pieces} 件</Text>
          <Money fen={order.payableFen} tone="ink" />
        </View>
      </View>
      {mayShip && order.actions.includes('ship') && (
        <View className="desk-actions">
          <Button
            size="small"
            label={`给 ${order.buyerName} 发货`}
            onTap={() => openPage(deskPaths.ship(order.id))}
          >
            发货
          </Button>
        </View>
      )}
    </Card>
  )
}
