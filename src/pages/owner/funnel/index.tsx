/** 推广效果 of the whole shop: by distributor, product, channel and day. */
import { useState } from 'react'
import { call } from '@/api/call'
import { Segment } from '@/components/segment'
import { channelRows, dayRows, isNothing, ranges } from '@/features/funnel/funnel-words'
import type { Range, ShopFunnel } from '@/features/funnel/funnel-words'
import { FunnelView } from '@/features/funnel/funnel-view'
import { ChartBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { deskPaths } from '@/features/owner/paths'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { useResource } from '@/state/use-resource'
import './index.scss'

/** What was shared has its page at the desk: `product:{id}`, `campaign:{id}`; the shop and an invitation have none. */
function pageOfTarget(key: string): string | undefined {
  const [kind, id = ''] = key.split(':')
  if (kind === 'product') return deskPaths.productEdit(id)
  return kind === 'campaign' ? deskPaths.campaignEdit(id) : undefined
}

/** Goods and campaigns are the owner's: whoever else looks can't open them. */
function groupsOf({ members, targets, channels, days }: ShopFunnel, isOwner: boolean) {
  return [
    {
      key: 'member',
      text: '按分销员',
      rows: members.map((row) => ({ ...row, to: deskPaths.person(row.key, 'trend') })),
    },
    {
      key: 'target',
      text: '按商品',
      rows: targets.map((row) => ({ ...row, to: isOwner ? pageOfTarget(row.key) : undefined })),
    },
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
  const isOwner = useIsOwner()
  return (
    <DeskPage
      title="推广效果"
      resource={funnel}
      skeleton={<ChartBones height={230} />}
      above={<Segment items={ranges} value={range} onChange={setRange} />}
      empty={{
        title: '这段时间还没有人打开分享',
        text: '分销员分享出去，有人打开后一两分钟就会记在这里。',
      }}
    >
      {data && <FunnelView total={data.total} asOf={data.asOf} groups={groupsOf(data, isOwner)} />}
    </DeskPage>
  )
}
