/** An order that one's sharing brought: who bought what, how far it is, and what it pays; a tap says why. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { momentText } from '@/components/moment/format'
import { OrderTag, StatusTag } from '@/components/tag'
import { lookOf } from '@/features/commission/commission-words'
import { OrderLine } from '@/features/trade/order-line'

type Order = Api['distributor.listOrders']['output']['rows'][number]

interface PromotedOrderProps {
  order: Order
  onWhy: (commissionId: string) => void
}

/** The rest is a count. */
const SHOWN_LINES = 2

function Pay({ commission, onWhy }: Pick<Order, 'commission'> & Pick<PromotedOrderProps, 'onWhy'>) {
  if (!commission) return <Text className="fy-t-cap fy-ink-3">这单没有佣金</Text>
  const look = lookOf(commission)
  return (
    <View
      className="promoted-pay"
      onClick={() => onWhy(commission.id)}
      {...aria(undefined, 'button')}
    >
      <StatusTag tone={look.state}>{look.word}</StatusTag>
      <View className="fy-ml-8">
        <Money fen={commission.netFen} sign="always" state={look.state} />
      </View>
      <Icon name="chev" size={16} className="fy-ink-3" />
    </View>
  )
}

export function PromotedOrder({ order, onWhy }: PromotedOrderProps) {
  const { lines, sharerName } = order
  const hidden = lines.length - SHOWN_LINES
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-cap fy-ink-3 fy-ell">
          {order.buyerName}
          {sharerName !== null && ` · ${sharerName} 分享`} · {momentText(order.paidAt)}
        </Text>
        <View className="fy-row fy-ml-8">
          {order.hasOpenAfterSale && <StatusTag tone="warn">售后中</StatusTag>}
          <View className="fy-ml-4">
            <OrderTag status={order.status} />
          </View>
        </View>
      </View>
      {lines.slice(0, SHOWN_LINES).map((line, index) => (
        <OrderLine key={index} line={line} />
      ))}
      {hidden > 0 && <View className="fy-t-cap fy-ink-3">还有 {hidden} 种商品</View>}
      <View className="promoted-foot">
        <View className="fy-t-small fy-ink-2">
          <Text>实付 </Text>
          <Money fen={order.goodsFen} size="4" />
          {order.refundedFen > 0 && (
            <>
              <Text>，退了 </Text>
              <Money fen={order.refundedFen} size="4" />
            </>
          )}
        </View>
        <Pay commission={order.commission} onWhy={onWhy} />
      </View>
    </Card>
  )
}
