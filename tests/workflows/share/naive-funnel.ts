// The funnel counted the slow way, person by person from the raw facts: what the timer's days must say.
import { dateOf } from '@contract/time'
import type { Attribution, AttributionChange, Share, Visit } from '@contract/model/distribution'
import type { FunnelDay, FunnelRow, OpenBatch } from '@contract/model/funnel'
import type { Order } from '@contract/model/order'
import { everyChange } from '../../../cloudfunctions/domain/attribution/every-change'
import type { EngineStore } from '../../support/engine-store'

type Row = Omit<FunnelRow, 'key'>
/** `owner date list key`, such as `shop 2026-11-20 channels group` → its figures; rows of nothing are left out. */
type Rows = Record<string, Row>

const LISTS = ['shares', 'targets', 'channels', 'members'] as const
const isNothing = (row: Row) => Object.values(row).every((value) => value === 0)

export function storedRows(store: EngineStore): Rows {
  const rows: Rows = {}
  const add = (id: string, { opens, visits, visitors, newCustomers, orders, paidFen }: Row) => {
    const row = { opens, visits, visitors, newCustomers, orders, paidFen }
    if (!isNothing(row)) rows[id] = row
  }
  for (const day of store.list<FunnelDay>('funnel_days')) {
    add(`${day.owner} ${day.on} total`, day.total)
    for (const list of LISTS) {
      for (const row of day[list]) add(`${day.owner} ${day.on} ${list} ${row.key}`, row)
    }
  }
  return rows
}

export function changesIn(store: EngineStore): AttributionChange[] {
  const replaced = store.list<AttributionChange>('attribution_changes')
  const all = everyChange(replaced, store.list<Attribution>('attributions'))
  return all.sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1))
}

export function naiveRows(store: EngineStore): Rows {
  const shares = new Map(store.list<Share>('shares').map((share) => [share._id, share]))
  const visits = store
    .list<Visit>('visits')
    .sort((a, b) => a.visitedAt - b.visitedAt || (a._id < b._id ? -1 : 1))
  const rows: Record<string, { -readonly [Field in keyof Row]: number }> = {}
  const add = (id: string, step: Partial<Record<keyof Row, number>>) => {
    const none = { opens: 0, visits: 0, visitors: 0, newCustomers: 0, orders: 0, paidFen: 0 }
    const row = (rows[id] ??= none)
    for (const [field, value] of Object.entries(step)) row[field as keyof Row] += value
  }
  const groups = (shareCode: string | null, distributorId: string) => {
    const share = shareCode === null ? undefined : shares.get(shareCode)
    const target = share?.target.kind === 'product' ? `product:${share.target.productId}` : 'shop'
    const told = share ? [`targets ${target}`, `channels ${share.channel}`] : []
    const own = share ? [`shares ${shareCode}`] : []
    return [
      ...['total', ...own, ...told].map((group) => [distributorId, group] as const),
      ...['total', `members ${distributorId}`, ...told].map((group) => ['shop', group] as const),
    ]
  }
  const been = new Set<string>()
  for (const { shareCode, distributorId, memberId, visitedAt } of visits) {
    for (const [owner, group] of groups(shareCode, distributorId)) {
      const isFirst = !been.has(`${owner} ${group} ${memberId}`)
      been.add(`${owner} ${group} ${memberId}`)
      const step = { opens: 1, visits: 1, visitors: Number(isFirst) }
      add(`${owner} ${dateOf(visitedAt)} ${group}`, step)
    }
  }
  for (const { opens, at } of store.list<OpenBatch>('open_batches')) {
    for (const { shareCode, distributorId, count } of opens) {
      for (const [owner, group] of groups(shareCode, distributorId)) {
        add(`${owner} ${dateOf(at)} ${group}`, { opens: count })
      }
    }
  }
  const were = new Set<string>()
  for (const { memberId, to, at, shareCode = null } of changesIn(store)) {
    for (const [owner, group] of groups(shareCode, to)) {
      const isWon =
        owner === 'shop' && !group.startsWith('members') ? memberId : `${to} ${memberId}`
      if (!were.has(isWon)) add(`${owner} ${dateOf(at)} ${group}`, { newCustomers: 1 })
    }
    were.add(memberId).add(`${to} ${memberId}`)
  }
  for (const { attribution, paidAt, payableFen } of store.list<Order>('orders')) {
    if (!attribution || paidAt === null) continue
    for (const [owner, group] of groups(attribution.shareCode, attribution.distributorId)) {
      add(`${owner} ${dateOf(paidAt)} ${group}`, { orders: 1, paidFen: payableFen })
    }
  }
  return rows as Rows
}
