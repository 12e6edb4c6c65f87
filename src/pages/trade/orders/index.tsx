/** 我的订单: by what they wait for; after-sales have their own records. */
import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Chips } from '@/components/chip'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { EmptyState, FilteredEmpty, PageState } from '@/components/page-state'
import { SkeletonOrders } from '@/components/skeleton/shapes'
import { ListFoot } from '@/features/mall/list-foot'
import { HOME, openTab } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import { AfterSaleCard } from '@/features/trade/after-sale-card'
import { OrderCard } from '@/features/trade/order-card'
import { useOrderSteps } from '@/features/trade/use-order-steps'
import './index.scss'

type Filter = NonNullable<Api['mall.listOrders']['input']['filter']>

const filters: readonly { key: Filter; text: string; none: string }[] = [
  { key: 'all', text: '全部', none: '' },
  { key: 'to-pay', text: '待付款', none: '没有等你付款的订单' },
  { key: 'to-ship', text: '待发货', none: '没有等发货的订单' },
  { key: 'to-receive', text: '待收货', none: '没有在路上的订单' },
  { key: 'after-sale', text: '售后', none: '没有售后' },
]

const filterOf = (text: string | undefined): Filter =>
  filters.find(({ key }) => key === text)?.key ?? 'all'

function NoOrders({ filter, onAll }: { filter: Filter; onAll: () => void }) {
  if (filter !== 'all') {
    const none = filters.find(({ key }) => key === filter)?.none ?? ''
    return <FilteredEmpty title={none} actionText="看全部" onAction={onAll} />
  }
  return (
    <EmptyState
      title="还没有订单"
      text="下单以后，从付款到收货都记在这里。"
      actionText="去逛逛"
      onAction={() => openTab(HOME)}
    />
  )
}

function Orders({ filter, onAll }: { filter: Filter; onAll: () => void }) {
  const orders = usePages((cursor) => call('mall.listOrders', { filter, cursor }), {
    keys: [filter],
    onShow: true,
  })
  const { resource } = orders
  const steps = useOrderSteps(resource.reload)
  useReachBottom(orders.loadMore)
  return (
    <PageState
      state={resource.state === 'empty' ? 'ready' : resource.state}
      error={resource.error}
      onRetry={() => void resource.reload()}
      skeleton={<SkeletonOrders />}
      errorTitle="订单没有打开"
    >
      {steps.error && (
        <View className="trade-notice">
          <Notice kind="bad">{steps.error.message}</Notice>
        </View>
      )}
      {orders.rows.length === 0 && <NoOrders filter={filter} onAll={onAll} />}
      {orders.rows.map((order) => (
        <OrderCard
          key={order.id}
          order={order}
          busy={steps.busy}
          onAction={(action) => void steps.take(action, order)}
        />
      ))}
      <ListFoot {...orders} />
    </PageState>
  )
}

function AfterSales({ onAll }: { onAll: () => void }) {
  const afterSales = usePages((cursor) => call('mall.listAfterSales', { cursor }), { onShow: true })
  const { resource } = afterSales
  useReachBottom(afterSales.loadMore)
  return (
    <PageState
      state={resource.state === 'empty' ? 'ready' : resource.state}
      error={resource.error}
      onRetry={() => void resource.reload()}
      skeleton={<SkeletonOrders />}
      errorTitle="售后没有打开"
    >
      {afterSales.rows.length === 0 && <NoOrders filter="after-sale" onAll={onAll} />}
      {afterSales.rows.map((afterSale) => (
        <AfterSaleCard key={afterSale.id} afterSale={afterSale} />
      ))}
      <ListFoot {...afterSales} />
    </PageState>
  )
}

export default function OrdersPage() {
  const { params } = useRouter()
  const [filter, setFilter] = useState(() => filterOf(params['filter']))
  // Pulling down begins the list anew.
  const [round, setRound] = useState(0)
  const showAll = () => setFilter('all')
  return (
    <Page title="我的订单" onRetry={() => setRound(round + 1)}>
      <Chips items={filters} value={filter} onChange={setFilter} />
      {filter === 'after-sale' ? (
        <AfterSales key={round} onAll={showAll} />
      ) : (
        <Orders key={round} filter={filter} onAll={showAll} />
      )}
    </Page>
  )
}
