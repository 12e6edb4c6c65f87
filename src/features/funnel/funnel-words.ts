/** What the funnel's pages call steps, spans, channels and groups. Pure. */
import type { Api } from '@/api/call'
import type { FunnelStep } from './draw-funnel'

export type OwnFunnel = Api['distributor.getFunnel']['output']
export type ShopFunnel = Api['owner.getFunnel']['output']
export type Range = Api['owner.getFunnel']['input']['range']
export type Sums = OwnFunnel['total']
/** A row as the list shows it. */
export type Row = Sums & {
  key: string
  name: string
  /** The page of what the row is about, where there is one for who looks. */
  to?: string | undefined
}

export const ranges: readonly { key: Range; text: string }[] = [
  { key: '7d', text: '近 7 天' },
  { key: '30d', text: '近 30 天' },
  { key: '90d', text: '近 90 天' },
]

const channelNames: Readonly<Record<OwnFunnel['channels'][number]['key'], string>> = {
  friend: '微信好友',
  group: '微信群',
  timeline: '朋友圈',
  poster: '海报',
  text: '文案',
}

export function stepsOf({ opens, visits, visitors, newCustomers, orders }: Sums): FunnelStep[] {
  return [
    { name: '打开', count: opens },
    { name: '访问', count: visits },
    { name: '访客', count: visitors },
    { name: '新顾客', count: newCustomers },
    { name: '付款订单', count: orders, isPart: false },
  ]
}

export function channelRows(channels: OwnFunnel['channels']): Row[] {
  return channels.map((row) => ({ ...row, name: channelNames[row.key] }))
}

/** Days on which something happened, the newest first. */
export function dayRows(days: OwnFunnel['days']): Row[] {
  return days
    .filter(({ opens, newCustomers, orders }) => opens + newCustomers + orders > 0)
    .map((day) => ({ ...day, key: day.on, name: day.on.slice(5).replace('-', ' 月 ') + ' 日' }))
    .reverse()
}

export function isNothing({ opens, newCustomers, orders }: Sums): boolean {
  return opens + newCustomers + orders === 0
}
