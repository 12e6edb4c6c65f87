/** 佣金明细: every commission with its state and next step; a tap explains the figure. */
import { Text, View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { Page } from '@/components/page'
import { FilteredEmpty, PageState } from '@/components/page-state'
import { CommissionItem } from '@/features/commission/commission-item'
import { groupByDay } from '@/features/commission/group-by-day'
import { WhySheet } from '@/features/commission/why-sheet'
import { goToTab, HOME } from '@/features/distributor/paths'
import { useFreezeDays } from '@/features/distributor/terms'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { dayText } from '@/components/moment/format'
import { SkeletonRows } from '@/components/skeleton'
import './index.scss'

type Status = NonNullable<Api['distributor.listCommissions']['input']['status']>
type Filter = 'all' | Status

const FILTERS: readonly { key: Filter; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'pending', text: '待结算' },
  { key: 'settled', text: '可提现' },
  { key: 'reversed', text: '已冲销' },
]
const nameOf = (filter: Filter) => FILTERS.find(({ key }) => key === filter)?.text ?? ''

export default function CommissionsPage() {
  const { params } = useRouter()
  const [filter, setFilter] = useState<Filter>('all')
  const [openId, setOpenId] = useState<string | null>(params['id'] ?? null)
  const freezeDays = useFreezeDays()
  const status = filter === 'all' ? undefined : filter
  const list = usePages((cursor) => call('distributor.listCommissions', { status, cursor }), {
    keys: [filter],
  })
  useReachBottom(list.loadMore)
  const { resource } = list
  const isFiltered = filter !== 'all' && resource.state === 'empty'
  return (
    <Page
      title="佣金明细"
      state="ready"
      resource={resource}
      overlay={<WhySheet commissionId={openId} onClose={() => setOpenId(null)} />}
    >
      {(filter !== 'all' || resource.state !== 'empty') && (
        <View className="cms-filters">
          <Chips items={FILTERS} value={filter} onChange={setFilter} />
        </View>
      )}
      {isFiltered && (
        <FilteredEmpty title={`没有“${nameOf(filter)}”的佣金`} onAction={() => setFilter('all')} />
      )}
      {!isFiltered && (
        <PageState
          state={resource.state}
          error={resource.error}
          onRetry={() => void resource.reload()}
          skeleton={<SkeletonRows rows={6} lead="none" />}
          errorTitle="佣金明细没有打开"
          reassurance="佣金都在账上，没有变动。"
          empty={{
            title: '还没有佣金',
            text: '朋友通过你的分享付款后，会记在这里。',
            actionText: '去挑一件分享',
            actionIcon: 'share',
            onAction: () => goToTab(HOME),
          }}
        >
          {groupByDay(list.rows, (row) => row.accruedAt).map((day) => (
            <View key={day.on}>
              <View className="cms-day">
                <Text>{dayText(day.at)}</Text>
              </View>
              <Card flush>
                {day.rows.map((row) => (
                  <CommissionItem
                    key={row.id}
                    row={row}
                    freezeDays={freezeDays}
                    onTap={() => setOpenId(row.id)}
                  />
                ))}
              </Card>
            </View>
          ))}
          <View className="cms-foot">
            <ListFoot foot={list.foot} error={list.error} loadMore={list.loadMore} />
          </View>
        </PageState>
      )}
    </Page>
  )
}
