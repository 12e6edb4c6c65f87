/** The ways into one's orders, each with how many wait there. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Count } from '@/components/count'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon'
import { openPage, pathOf } from './open-page'

type Counts = Api['mall.countOrders']['output']

const gates: readonly { key: keyof Counts; filter: string; icon: IconName; text: string }[] = [
  { key: 'toPay', filter: 'to-pay', icon: 'wallet', text: '待付款' },
  { key: 'toShip', filter: 'to-ship', icon: 'box', text: '待发货' },
  { key: 'toReceive', filter: 'to-receive', icon: 'truck', text: '待收货' },
  { key: 'afterSale', filter: 'after-sale', icon: 'refresh', text: '售后' },
]

const open = (filter: string) => openPage(pathOf.orders(filter))

/** Without counts (not known yet) the gates stand without numbers. */
export function OrderGates({ counts }: { counts: Counts | undefined }) {
  return (
    <Card bare>
      <View className="me-orders-head" onClick={() => open('all')} {...aria(undefined, 'link')}>
        <Text className="fy-t-head">我的订单</Text>
        <Text className="me-orders-all">全部</Text>
        <Icon name="chev" size={16} className="me-orders-chev" />
      </View>
      <View className="me-gates">
        {gates.map(({ key, filter, icon, text }) => {
          const count = counts?.[key] ?? 0
          return (
            <View
              key={key}
              className="me-gate"
              onClick={() => open(filter)}
              {...aria(count > 0 ? `${text}，${count}` : text, 'link')}
            >
              <View className="me-gate-icon">
                <Icon name={icon} />
                <Count of={count} className="me-gate-count" />
              </View>
              <Text className="me-gate-text">{text}</Text>
            </View>
          )
        })}
      </View>
    </Card>
  )
}
