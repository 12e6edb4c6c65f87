// 推广效果: the funnel of one distributor's shares, or of all, from the days that the timer set.
import { addDays, dateOf } from '@contract/time'
import type { Api } from '@contract/api'
import { SHARE_CHANNELS } from '@contract/model/distribution'
import type { FunnelDay, FunnelRow } from '@contract/model/funnel'
import { assert } from '../../domain/assert'
import { mergeRows, NOTHING, SHOP, totalOf } from '../../domain/share/sum-funnel-day'
import { targetKey } from '../../domain/share/target-key'
import type { Context } from '../../ports/world'

const DAYS = { '7d': 7, '30d': 30, '90d': 90 } as const
/** Rows of a list: those that brought most. */
const ROWS = 50

export const CHANNEL_NAMES = {
  friend: '好友',
  group: '微信群',
  timeline: '朋友圈',
  poster: '海报',
  text: '文案',
} as const

export async function getFunnel(
  ctx: Context,
  { range }: Api['distributor.getFunnel']['parsed'],
): Promise<Api['distributor.getFunnel']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const { days, asOf } = await readDays(ctx, distributor._id, range)
  const rows = mergeRows(days.map((day) => day.shares)).slice(0, ROWS)
  const shares = await ctx.store.getMany(
    'shares',
    rows.map(({ key }) => key),
  )
  const byCode = new Map(shares.map((share) => [share._id, share]))
  const keyOf = (code: string) => {
    const target = byCode.get(code)?.target
    return target ? [targetKey(target)] : []
  }
  const targets = await nameTargets(ctx, [
    ...rows.flatMap(({ key }) => keyOf(key)),
    ...targetsIn(days),
  ])
  const nameOf = (code: string) => {
    const share = byCode.get(code)
    return share ? `${targets(targetKey(share.target))} · ${CHANNEL_NAMES[share.channel]}` : code
  }
  return {
    asOf,
    ...show(ctx, days, range, targets),
    shares: rows.map((row) => ({ ...row, name: nameOf(row.key) })),
  }
}

export async function getShopFunnel(
  ctx: Context,
  { range }: Api['owner.getFunnel']['parsed'],
): Promise<Api['owner.getFunnel']['output']> {
  const { days, asOf } = await readDays(ctx, SHOP, range)
  const rows = mergeRows(days.map((day) => day.members)).slice(0, ROWS)
  const people = await ctx.store.getMany(
    'distributors',
    rows.map(({ key }) => key),
  )
  const names = new Map(people.map(({ _id, name }) => [_id, name]))
  const targets = await nameTargets(ctx, targetsIn(days))
  return {
    asOf,
    ...show(ctx, days, range, targets),
    members: rows.map((row) => ({ ...row, name: names.get(row.key) ?? row.key })),
  }
}

async function readDays(ctx: Context, owner: string, range: keyof typeof DAYS) {
  const to = dateOf(ctx.now)
  const on = { gte: addDays(to, 1 - DAYS[range]), lte: to }
  const [days, cursor] = await Promise.all([
    ctx.store.find('funnel_days', { owner, on }, { limit: DAYS[range] }),
    ctx.store.get('funnel_cursors', 'funnels'),
  ])
  return { days, asOf: cursor && cursor.asOf > 0 ? cursor.asOf : null }
}

function show(
  ctx: Context,
  days: readonly FunnelDay[],
  range: keyof typeof DAYS,
  nameOf: (key: string) => string,
) {
  const to = dateOf(ctx.now)
  const byDate = new Map(days.map((day) => [day.on, day.total]))
  const dates = Array.from({ length: DAYS[range] }, (_, at) => addDays(to, at + 1 - DAYS[range]))
  const channels = mergeRows(days.map((day) => day.channels))
  return {
    from: dates[0] ?? to,
    to,
    total: totalOf(days),
    days: dates.map((on) => ({ on, ...(byDate.get(on) ?? NOTHING) })),
    targets: mergeRows(days.map((day) => day.targets))
      .slice(0, ROWS)
      .map((row) => ({ ...row, name: nameOf(row.key) })),
    channels: channels.flatMap((row) => {
      const key = SHARE_CHANNELS.find((channel) => channel === row.key)
      return key ? [{ ...row, key }] : []
    }),
  }
}

function targetsIn(days: readonly FunnelDay[]): string[] {
  return days.flatMap((day) => day.targets.map(({ key }: FunnelRow) => key))
}

/** How a target's key reads to a person. */
async function nameTargets(ctx: Context, keys: readonly string[]) {
  const idsOf = (kind: string) =>
    [...new Set(keys)].flatMap((key) =>
      key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : [],
    )
  const [products, campaigns] = await Promise.all([
    ctx.store.getMany('products', idsOf('product')),
    ctx.store.getMany('campaigns', idsOf('campaign')),
  ])
  const titles = new Map<string, string>([
    ...products.map(({ _id, title }) => [`product:${_id}`, title] as [string, string]),
    ...campaigns.map(
      ({ _id, title }) => [`campaign:${_id}`, `活动「${title}」`] as [string, string],
    ),
  ])
  return (key: string) => {
    if (key === 'shop') return '整个店'
    if (key === 'invitation') return '邀请加入'
    return titles.get(key) ?? (key.startsWith('product:') ? '已经没有的商品' : '已经没有的活动')
  }
}
