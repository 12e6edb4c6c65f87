/** An order in a list: state, goods, amount, and what can be done now. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { OrderTag, StatusTag } from '@/components/tag'
import { openPage, pathOf } from '@/features/mall/open-page'
import { momentText } from '@/components/moment/format'
import { OrderLine } from './order-line'
import { actionWords } from './order-words'
import type { OrderAction } from './order-words'

type Row = Api['mall.listOrders']['output']['rows'][number]

/** The rest is on the order's own page. */
const SHOWN_LINES = 2
const ROW_ACTIONS: readonly OrderAction[] = ['apply-after-sale', 'confirm-receipt', 'pay']

interface OrderCardProps {
  order: Row
  busy: boolean
  onAction: (action: OrderAction) => void
}

export function OrderCard({ order, busy, onAction }: OrderCardProps) {
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  const actions = ROW_ACTIONS.filter((action) => order.actions.includes(action))
  return (
    <Card bare className="order-card">
      <View className="order-open" onClick={() => openPage(pathOf.order(order.id))}>
        <View className="order-head">
          <Text className="order-when">{momentText(order.placedAt)}</Text>
          {order.hasOpenAfterSale && <StatusTag tone="warn">售后中</StatusTag>}
          <View className="fy-ml-8">
            <OrderTag status={order.status} />
          </View>
        </View>
        {order.lines.slice(0, SHOWN_LINES).map((line, index) => (
          <OrderLine key={index} line={line} />
        ))}
        <View className="order-sum">
          {order.refundedFen > 0 && (
            <Text className="order-refunded">
              已退 <Money fen={order.refundedFen} size="4" />
            </Text>
          )}
          <Text className="order-pieces">共 {pieces} 件</Text>
          <Money fen={order.payableFen} size="3" />
        </View>
      </View>
      {actions.length > 0 && (
        <View className="order-actions">
          {actions.map((action) => (
            <Button
              key={action}
              size="small"
              kind={action === 'apply-after-sale' ? 'plain' : 'primary'}
              busy={busy && action !== 'apply-after-sale'}
              onTap={() => onAction(action)}
            >
              {actionWords[action]}
            </Button>
          ))}
        </View>
      )}
    </Card>
  )
}
