// Every day of every funnel from all facts at once: what setting days one by one must come to.
import { dateOf, startOfDate } from '@contract/time'
import type { Attribution, AttributionChange, Share, Visit } from '@contract/model/distribution'
import type { FunnelDay, FunnelSource, OpenBatch } from '@contract/model/funnel'
import type { Order } from '@contract/model/order'
import { groupBy } from '../ledger/group-by'
import {
  FUNNEL_TOUCHES,
  inOrder,
  nameShares,
  paidThroughShares,
  wonByShares,
  type FunnelTouch,
} from './funnel-facts'
import { funnelDayId, SHOP, sumFunnelDay } from './sum-funnel-day'

export interface FunnelHistory {
  readonly visits: readonly Visit[]
  readonly changes: readonly AttributionChange[]
  readonly orders: readonly Order[]
  readonly batches: readonly OpenBatch[]
  readonly attributions: readonly Attribution[]
  readonly shares: readonly Share[]
}

export function foldFunnels(history: FunnelHistory): FunnelDay[] {
  const shares = new Map(history.shares.map((share) => [share._id, share]))
  const factsOn = indexFacts(history)
  return [...funnelsTouched(history).values()].map(({ owner, on }) =>
    sumFunnelDay({ owner, on, asOf: 0, ...factsOn(owner, on), shares }),
  )
}

/** By id of the day: those of all facts, or of facts that `isMeant`. */
export function funnelsTouched(
  { visits, changes, orders, batches }: FunnelHistory,
  isMeant: (source: FunnelSource, at: number) => boolean = () => true,
): Map<string, FunnelTouch> {
  const days = new Map<string, FunnelTouch>()
  const add = (touches: readonly FunnelTouch[]) => {
    for (const { owner, on } of touches) {
      days.set(funnelDayId(owner, on), { owner, on })
      days.set(funnelDayId(SHOP, on), { owner: SHOP, on })
    }
  }
  for (const one of visits) {
    if (isMeant('visits', one.visitedAt)) add(FUNNEL_TOUCHES.visits(one))
  }
  for (const one of changes) {
    const { at, replacedAt } = one
    const isNew = replacedAt === undefined ? isMeant('bound', at) : isMeant('replaced', replacedAt)
    if (isNew) add(FUNNEL_TOUCHES.replaced(one))
  }
  for (const one of batches) if (isMeant('opens', one.at)) add(FUNNEL_TOUCHES.opens(one))
  for (const one of orders) {
    if (isMeant('orders', one.bookedAt ?? 0)) add(FUNNEL_TOUCHES.orders(one))
  }
  return days
}

/** Reading every row once a day would cost the square of a year. */
function indexFacts({ visits, changes, orders, batches, attributions }: FunnelHistory) {
  const paid = orders.filter((order) => order.paidAt !== null)
  const visitsOn = byDay(visits, ({ distributorId }) => [distributorId], 'visitedAt')
  const visitsOf = byPerson(visits, ({ distributorId }) => distributorId)
  const changesOn = byDay(changes, ({ to }) => [to], 'at')
  const changesOf = byPerson(changes, ({ to }) => to)
  const batchesOn = byDay(batches, ({ distributorIds }) => distributorIds, 'at')
  const of = (order: Order) => (order.attribution ? [order.attribution.distributorId] : [])
  const ordersOn = byDay(paid, of, 'paidAt')
  return (owner: string, on: string) => {
    const id = funnelDayId(owner, on)
    const isOwn = (distributorId: string) => owner === SHOP || distributorId === owner
    const seen = inOrder(visitsOn.get(id) ?? [], (visit) => visit.visitedAt)
    const won = inOrder(wonByShares(changesOn.get(id) ?? []), (change) => change.at)
    return {
      visits: seen,
      earlierVisits: earlier(visitsOf, seen, { owner, on, by: 'visitedAt' }),
      opens: (batchesOn.get(id) ?? [])
        .flatMap((batch) => batch.opens)
        .filter(({ distributorId }) => isOwn(distributorId)),
      bound: nameShares(won, attributions),
      earlierBound: earlier(changesOf, won, { owner, on, by: 'at' }).map(({ to, memberId }) => ({
        distributorId: to,
        memberId,
      })),
      orders: paidThroughShares(ordersOn.get(id) ?? []),
    }
  }
}

type By<Row> = ReadonlyMap<string, readonly Row[]>

function byDay<Row>(
  rows: readonly Row[],
  owners: (row: Row) => readonly string[],
  by: keyof Row,
): By<Row> {
  return groupBy(rows, (row) =>
    [SHOP, ...owners(row)].map((owner) => funnelDayId(owner, dateOf(Number(row[by])))),
  )
}

function byPerson<Row extends { readonly memberId: string }>(
  rows: readonly Row[],
  owner: (row: Row) => string,
): By<Row> {
  return groupBy(rows, (row) => [`${SHOP}:${row.memberId}`, `${owner(row)}:${row.memberId}`])
}

/** What the same people had done before that day. */
function earlier<Row extends { readonly memberId: string }>(
  rowsOf: By<Row>,
  today: readonly Row[],
  { owner, on, by }: { readonly owner: string; readonly on: string; readonly by: keyof Row },
): Row[] {
  const people = [...new Set(today.map(({ memberId }) => memberId))]
  const start = startOfDate(on)
  return people.flatMap((memberId) =>
    (rowsOf.get(`${owner}:${memberId}`) ?? []).filter((row) => Number(row[by]) < start),
  )
}
