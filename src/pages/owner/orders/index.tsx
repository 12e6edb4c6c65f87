/** 订单: the shop's orders, newest first, by what they wait for. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Chips } from '@/components/chip'
import { SkeletonOrders } from '@/components/skeleton/shapes'
import { usePages } from '@/features/mall/use-pages'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { orderFilterOf, orderFilters } from '@/features/owner/order-words'
import type { OrderFilter, ShopOrderRow } from '@/features/owner/order-words'
import { ShopOrderCard } from '@/features/owner/shop-order-card'
import { useIsOwner } from '@/features/owner/use-is-owner'
import './index.scss'

export default function OwnerOrdersPage() {
  const [filter, setFilter] = useState<OrderFilter>(orderFilterOf(useRouter().params['filter']))
  const isOwner = useIsOwner()
  const pages = usePages<ShopOrderRow>(
    (cursor) => call('owner.listOrders', { filter, ...(cursor === undefined ? {} : { cursor }) }),
    { keys: [filter], onShow: true },
  )
  const word = orderFilters.find(({ key }) => key === filter)?.text ?? ''
  return (
    <DeskPage
      title="订单"
      resource={pages.resource}
      skeleton={<SkeletonOrders />}
      above={<Chips items={orderFilters} value={filter} onChange={setFilter} />}
      empty={{ title: '还没有订单', text: '第一笔订单付款后，会出现在这里等你发货。' }}
      filtered={
        filter === 'all' ? null : { title: `没有${word}的订单`, onAction: () => setFilter('all') }
      }
    >
      <View className="desk-list">
        {pages.rows.map((order) => (
          <ShopOrderCard key={order.id} order={order} mayShip={isOwner} />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
