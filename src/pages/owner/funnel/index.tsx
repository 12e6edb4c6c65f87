/** 推广效果 of the whole shop: by distributor, product, channel and day. */
import { useState } from 'react'
import { call } from '@/api/call'
import { Segment } from '@/components/segment'
import { channelRows, dayRows, isNothing, ranges } from '@/features/funnel/funnel-words'
import type { Range, ShopFunnel } from '@/features/funnel/funnel-words'
import { FunnelView } from '@/features/funnel/funnel-view'
import { DeskPage } from '@/features/owner/desk-page'
import { useResource } from '@/state/use-resource'
import './index.scss'

function groupsOf({ members, targets, channels, days }: ShopFunnel) {
  return [
    { key: 'member', text: '按分销员', rows: members },
    { key: 'target', text: '按商品', rows: targets },
    { key: 'channel', text: '按渠道', rows: channelRows(channels) },
    { key: 'day', text: '按日', rows: dayRows(days) },
  ]
}

export default function ShopFunnelPage() {
  const [range, setRange] = useState<Range>('30d')
  const funnel = useResource(() => call('owner.getFunnel', { range }), {
    keys: [range],
    isEmpty: ({ total }) => isNothing(total),
  })
  const { data } = funnel
  return (
    <DeskPage
      title="推广效果"
      resource={funnel}
      above={<Segment items={ranges} value={range} onChange={setRange} />}
      empty={{
        title: '这段时间还没有人打开分享',
        text: '分销员分享出去，有人打开后一两分钟就会记在这里。',
      }}
    >
      {data && <FunnelView total={data.total} asOf={data.asOf} groups={groupsOf(data)} />}
    </DeskPage>
  )
}
