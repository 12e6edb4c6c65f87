/** 订单: its state and what is next, parcels, goods, amount, and what can be done now. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { call } from '@/api/call'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ListRow } from '@/components/list-row'
import { Money } from '@/components/money'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SkeletonWords } from '@/components/skeleton/shapes'
import { AfterSaleTag } from '@/components/tag'
import { openPage, pathOf } from '@/features/mall/open-page'
import { maskedPhone, placeText } from '@/features/trade/address'
import { Amounts } from '@/features/trade/amounts'
import { OrderFacts } from '@/features/trade/order-facts'
import { OrderLine } from '@/features/trade/order-line'
import { actionWords, headOf, unitsNote } from '@/features/trade/order-words'
import type { Order, OrderAction } from '@/features/trade/order-words'
import { Parcels } from '@/features/trade/parcels'
import { StatusHead } from '@/features/trade/status-head'
import { useBuyAgain } from '@/features/trade/use-buy-again'
import { useNow } from '@/features/trade/use-now'
import { useOrderSteps } from '@/features/trade/use-order-steps'
import { useResource } from '@/state/use-resource'
import './index.scss'

/** The first that applies is the primary one; at most two stand in the bar. */
const BAR: readonly OrderAction[] = ['pay', 'confirm-receipt', 'cancel', 'apply-after-sale']

/** How the last try to pay ended, when the page was opened after one. */
const paymentWords: Record<string, string> = {
  cancelled: '没有付款，订单给你留着。',
  failed: '付款没有发起成功，没有扣款，可以再点一次。',
}

/** When all is done with it, it can be bought once more. */
const OVER: readonly Order['status'][] = ['received', 'completed', 'closed']

function Goods({ order }: { order: Order }) {
  const { buyAgain, busy, missing } = useBuyAgain()
  return (
    <Card flush>
      {order.lines.map((line) => (
        <OrderLine
          key={line.line}
          line={line}
          note={unitsNote(line)}
          onTap={() => openPage(pathOf.product(line.productId))}
        />
      ))}
      {missing && (
        <Notice kind="bad">
          {missing.title}没有放进购物车：{missing.error?.message}
        </Notice>
      )}
      {OVER.includes(order.status) && (
        <View className="order-again">
          <Button kind="soft" size="small" busy={busy} onTap={() => void buyAgain(order.lines)}>
            再买一次
          </Button>
        </View>
      )}
    </Card>
  )
}

function AfterSales({ afterSales }: Pick<Order, 'afterSales'>) {
  if (afterSales.length === 0) return null
  return (
    <Card flush>
      {afterSales.map(({ id, status, refundFen }) => (
        <ListRow
          key={id}
          icon="refresh"
          title={<AfterSaleTag status={status} />}
          value={<Money fen={refundFen} />}
          onTap={() => openPage(pathOf.afterSale(id))}
        />
      ))}
    </Card>
  )
}

function Address({ address }: Pick<Order, 'address'>) {
  return (
    <Card>
      <View className="fy-row">
        <Icon name="pin" className="order-pin" />
        <View className="fy-grow">
          <Text className="order-name">
            {address.name} {maskedPhone(address.phone)}
          </Text>
          <Text className="order-place">{placeText(address)}</Text>
        </View>
      </View>
    </Card>
  )
}

export default function OrderDetailPage() {
  const { params } = useRouter()
  const orderId = params['id'] ?? ''
  const order = useResource(() => call('mall.getOrder', { orderId }), { onShow: true })
  const { data, reload } = order
  const isWaiting = data?.status === 'created'
  const now = useNow(isWaiting)
  const isOver = isWaiting && data.expireAt <= now
  useEffect(() => {
    if (isOver) void reload()
  }, [isOver, reload])
  const steps = useOrderSteps(reload)
  const actions = BAR.filter((action) => data?.actions.includes(action)).slice(0, 2)
  const paymentWord = isWaiting ? paymentWords[params['payment'] ?? ''] : undefined
  const bar = data && actions.length > 0 && (
    <BottomBar>
      {[...actions].reverse().map((action) => (
        <Button
          key={action}
          kind={action === actions[0] && action !== 'apply-after-sale' ? 'primary' : 'plain'}
          busy={steps.busy && action === actions[0]}
          onTap={() => void steps.take(action, data)}
        >
          {action === 'pay' ? '去付款' : actionWords[action]}
        </Button>
      ))}
    </BottomBar>
  )
  return (
    <Page
      title="订单"
      resource={order}
      overlay={bar}
      skeleton={<SkeletonWords />}
      errorTitle="订单没有打开"
    >
      {data && (
        <>
          <StatusHead head={headOf(data, now)} />
          {(steps.error || paymentWord) && (
            <View className="trade-notice">
              <Notice kind={steps.error ? 'bad' : 'warn'}>
                {steps.error?.message ?? paymentWord}
              </Notice>
            </View>
          )}
          <Parcels parcels={data.parcels} lines={data.lines} />
          <Address address={data.address} />
          <Goods order={data} />
          <AfterSales afterSales={data.afterSales} />
          <Card flush>
            <Amounts {...data} totalWord={data.paidAt === null ? '应付' : '实付'} />
          </Card>
          <OrderFacts order={data} />
        </>
      )}
    </Page>
  )
}
