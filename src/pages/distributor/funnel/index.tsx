/** 推广效果: what a distributor's shares brought, by share, product, channel and day. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/page-state'
import { Segment } from '@/components/segment'
import { SkeletonChart } from '@/components/skeleton/shapes'
import { DISTRIBUTION, goToTab } from '@/features/distributor/paths'
import { channelRows, dayRows, isNothing, ranges } from '@/features/funnel/funnel-words'
import type { OwnFunnel, Range } from '@/features/funnel/funnel-words'
import { FunnelView } from '@/features/funnel/funnel-view'
import { useResource } from '@/state/use-resource'
import './index.scss'

function groupsOf({ shares, targets, channels, days }: OwnFunnel) {
  return [
    { key: 'share', text: '按分享', rows: shares },
    { key: 'target', text: '按商品', rows: targets },
    { key: 'channel', text: '按渠道', rows: channelRows(channels) },
    { key: 'day', text: '按日', rows: dayRows(days) },
  ]
}

export default function FunnelPage() {
  const [range, setRange] = useState<Range>('30d')
  const funnel = useResource(() => call('distributor.getFunnel', { range }), { keys: [range] })
  const { data } = funnel
  return (
    <Page
      title="推广效果"
      resource={funnel}
      skeleton={<SkeletonChart />}
      errorTitle="推广效果没有打开"
    >
      {data && (
        <>
          <View className="funnel-range">
            <Segment items={ranges} value={range} onChange={setRange} />
          </View>
          {isNothing(data.total) ? (
            <EmptyState
              title="这段时间还没有人打开你的分享"
              text="分享出去，有人打开后一两分钟就会记在这里。"
              actionText="去分享"
              onAction={() => goToTab(DISTRIBUTION)}
            />
          ) : (
            <FunnelView total={data.total} asOf={data.asOf} groups={groupsOf(data)} />
          )}
        </>
      )}
    </Page>
  )
}
