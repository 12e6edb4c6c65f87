/** The dates and numbers of an order, for looking up. */
import { Text, View } from '@tarojs/components'
import { suffixOf } from '@contract/ids'
import { copyText } from '@/api/platform'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { KeyValue } from '@/components/list-row'
import { toast } from '@/components/toast'
import { momentText } from '@/components/moment/format'
import type { Order } from './order-words'

export function OrderFacts({ order }: { order: Order }) {
  const moments: [string, number | null][] = [
    ['下单', order.placedAt],
    ['付款', order.paidAt],
    ['发货', order.shippedAt],
    ['收货', order.receivedAt],
    ['关闭', order.closedAt],
  ]
  // The number under which WeChat Pay's bill knows the order too.
  const number = suffixOf(order.id)
  const copy = () => void copyText(number).then(() => toast('订单号已复制'))
  return (
    <Card flush>
      <KeyValue name="订单号">
        <View className="facts-id" onClick={copy} {...aria('复制订单号', 'button')}>
          <Text className="facts-text">{number}</Text>
          <Icon name="copy" size={14} />
        </View>
      </KeyValue>
      {order.remark !== '' && (
        <KeyValue name="备注">
          <Text className="facts-text">{order.remark}</Text>
        </KeyValue>
      )}
      {moments.map(([name, at]) =>
        at === null ? null : (
          <KeyValue key={name} name={name}>
            <Text className="facts-text">{momentText(at)}</Text>
          </KeyValue>
        ),
      )}
    </Card>
  )
}
