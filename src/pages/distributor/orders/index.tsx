/** 推广订单: the paid orders that one's sharing brought, or one's team's, with what each pays. */
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Page } from '@/components/page'
import { PageState } from '@/components/page-state'
import { Segment } from '@/components/segment'
import { SkeletonOrders } from '@/components/skeleton/shapes'
import { WhySheet } from '@/features/commission/why-sheet'
import { PromotedOrder } from '@/features/distributor/promoted-order'
import { GOODS, goTo } from '@/features/distributor/paths'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import './index.scss'

type From = 'own' | 'team'

const FROM: readonly { key: From; text: string }[] = [
  { key: 'own', text: '我分享的' },
  { key: 'team', text: '我邀请的人分享的' },
]

export default function OrdersPage() {
  const [from, setFrom] = useState<From>('own')
  const [whyId, setWhyId] = useState<string | null>(null)
  const list = usePages((cursor) => call('distributor.listOrders', { from, cursor }), {
    keys: [from],
  })
  useReachBottom(list.loadMore)
  const { resource } = list
  const empty =
    from === 'own'
      ? {
          title: '还没有推广订单',
          text: '朋友通过你的分享付款后，订单会列在这里。',
          actionText: '去挑一件分享',
          actionIcon: 'share' as const,
          onAction: () => goTo(GOODS),
        }
      : { title: '还没有这样的订单', text: '你邀请的人分享出去、有人付款后，会列在这里。' }
  return (
    <Page
      title="推广订单"
      state="ready"
      resource={resource}
      overlay={<WhySheet commissionId={whyId} onClose={() => setWhyId(null)} />}
    >
      <View className="promoted-from">
        <Segment items={FROM} value={from} onChange={setFrom} />
      </View>
      <PageState
        state={resource.state}
        error={resource.error}
        onRetry={() => void resource.reload()}
        skeleton={<SkeletonOrders />}
        errorTitle="推广订单没有打开"
        reassurance="佣金都在账上，没有变动。"
        empty={empty}
      >
        {list.rows.map((order) => (
          <PromotedOrder key={order.id} order={order} onWhy={setWhyId} />
        ))}
        <ListFoot foot={list.foot} error={list.error} loadMore={list.loadMore} />
        <View className="promoted-note">
          <Text>顾客的名字只显示第一个字；金额是商品实付，不含运费。</Text>
        </View>
      </PageState>
    </Page>
  )
}
