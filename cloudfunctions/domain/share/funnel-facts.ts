// What of a shop's facts a funnel counts, and to whose day each belongs: the same for the timer and for a rebuild.
import { dateOf } from '@contract/time'
import type { Fen } from '@contract/money'
import type { Attribution, AttributionChange, Visit } from '@contract/model/distribution'
import type { FunnelSource, OpenBatch } from '@contract/model/funnel'
import type { Order } from '@contract/model/order'
import { distributorIdOf } from '../attribution/distributor-id'
import { isMove } from '../attribution/is-move'

/** Whose day, and which: a day that has to be set when the fact came. */
export interface FunnelTouch {
  readonly owner: string
  readonly on: string
}

interface FactOf {
  readonly visits: Pick<Visit, 'distributorId' | 'visitedAt'>
  readonly bound: Pick<Attribution, 'change'>
  readonly replaced: Pick<AttributionChange, 'to' | 'at'>
  readonly orders: Pick<Order, 'attribution' | 'paidAt'>
  readonly opens: Pick<OpenBatch, 'distributorIds' | 'at'>
}

const touch = (owner: string, at: number): FunnelTouch => ({ owner, on: dateOf(at) })

/** The distributors' days a fact belongs to; the shop's day of the same date is always one more. */
export const FUNNEL_TOUCHES: {
  readonly [Source in FunnelSource]: (fact: FactOf[Source]) => readonly FunnelTouch[]
} = {
  visits: (visit) => [touch(visit.distributorId, visit.visitedAt)],
  bound: ({ change }) => (change ? [touch(change.to, change.at)] : []),
  // A change may lose its place before the timer has looked at it.
  replaced: (change) => [touch(change.to, change.at)],
  orders: ({ attribution, paidAt }) =>
    attribution && paidAt !== null ? [touch(attribution.distributorId, paidAt)] : [],
  opens: ({ distributorIds, at }) => distributorIds.map((id) => touch(id, at)),
}

type CreditedOrder = Pick<Order, 'attribution' | 'buyerId' | 'payableFen'>
interface PaidThrough {
  readonly shareCode: string | null
  readonly distributorId: string
  readonly paidFen: Fen
}

/** Orders that somebody else's customer paid; who buys from themself was not won by a share. */
export function paidThroughShares(orders: readonly CreditedOrder[]): PaidThrough[] {
  return orders.flatMap(({ attribution, buyerId, payableFen }) => {
    if (!attribution || attribution.distributorId === distributorIdOf(buyerId)) return []
    const { shareCode, distributorId } = attribution
    return [{ shareCode, distributorId, paidFen: payableFen }]
  })
}

/** Bindings by the customer's own doing; whom the shop moved was not won by a share. */
export function wonByShares(changes: readonly AttributionChange[]): AttributionChange[] {
  return changes.filter(({ cause }) => !isMove(cause))
}

/** Changes of before the share was kept on them borrow it from the binding, where that is still the one they made. */
export function nameShares(
  changes: readonly AttributionChange[],
  current: readonly Pick<Attribution, '_id' | 'boundAt' | 'shareCode'>[],
) {
  const codes = new Map(current.map((one) => [`${one._id}:${one.boundAt}`, one.shareCode]))
  return changes.map(({ _id, memberId, to, at, shareCode }) => ({
    _id,
    memberId,
    distributorId: to,
    at,
    shareCode: shareCode ?? codes.get(`${memberId}:${at}`) ?? null,
  }))
}

export function inOrder<Row extends { readonly _id: string }>(
  rows: readonly Row[],
  at: (row: Row) => number,
): Row[] {
  return [...rows].sort((a, b) => at(a) - at(b) || (a._id < b._id ? -1 : 1))
}
