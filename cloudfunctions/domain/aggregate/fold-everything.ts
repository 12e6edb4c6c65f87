// All figures anew from all facts at once: what summing up step by step must come to.
import type { DistributorDay, DistributorFigures, FactSource } from '@contract/model/aggregate'
import type { AttributionChange, Commission, Share, Visit } from '@contract/model/distribution'
import type { AfterSale, Order } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import type { ShopDay } from '@contract/model/records'
import { dateOf } from '@contract/time'
import { groupBy } from '../ledger/group-by'
import { summariseDay } from '../report/summarise-day'
import { foldFigures } from './fold-figures'
import { sumDays } from './sum-day'
import {
  noDays,
  touchAdmission,
  touchBinding,
  touchCommission,
  touchOrder,
  touchRefund,
  touchShare,
  touchVisit,
  type TouchedDays,
} from './touched-days'

/** Everything that figures are made from. */
export interface AllFacts {
  readonly orders: readonly Order[]
  readonly refunds: readonly AfterSale[]
  readonly commissions: readonly Commission[]
  readonly visits: readonly Visit[]
  readonly changes: readonly AttributionChange[]
  readonly distributors: readonly Distributor[]
  readonly shares: readonly Share[]
}

export interface AllFigures {
  readonly distributorDays: readonly DistributorDay[]
  readonly figures: readonly DistributorFigures[]
  readonly shopDays: readonly ShopDay[]
}

export function foldEverything(facts: AllFacts): AllFigures {
  const days = touchedBy(facts)
  const byDay = facts.orders.filter((order) => order.paidAt !== null)
  const onDate = partition(facts, byDay)
  const distributorDays = [...days.distributors].flatMap(([on, ids]) =>
    sumDays(
      on,
      [...ids],
      { ...onDate(on), changes: facts.changes, members: facts.distributors },
      0,
    ),
  )
  const own = groupBy(distributorDays, (day) => [day.distributorId])
  return {
    distributorDays,
    figures: [...own].map(([id, rows]) => foldFigures(id, rows)),
    shopDays: [...days.shop].map((on) => summariseDay({ on, ...onDate(on), asOf: 0 })),
  }
}

/** Reading every row once a date would cost the square of a year. */
function partition(facts: AllFacts, paid: readonly Order[]) {
  const orders = groupBy(paid, (order) => [dateOf(order.paidAt ?? 0)])
  const refunds = groupBy(
    facts.refunds.filter((refund) => refund.refundedAt !== null),
    (refund) => [dateOf(refund.refundedAt ?? 0)],
  )
  const commissions = groupBy(facts.commissions, (row) => [dateOf(row.accruedAt)])
  const visits = groupBy(facts.visits, (row) => [dateOf(row.visitedAt)])
  const shares = groupBy(facts.shares, (row) => [dateOf(row.createdAt)])
  return (on: string) => ({
    orders: orders.get(on) ?? [],
    refunds: refunds.get(on) ?? [],
    commissions: commissions.get(on) ?? [],
    visits: visits.get(on) ?? [],
    shares: shares.get(on) ?? [],
  })
}

/** The days of facts, all or those that `isMeant` by the moment they were written. */
export function touchedBy(
  facts: AllFacts,
  isMeant: (kind: FactSource, at: number | null | undefined) => boolean = () => true,
): TouchedDays {
  const days = noDays()
  const moved = new Set<string>()
  for (const order of facts.orders) {
    const isBooked = isMeant('booked', order.bookedAt)
    if (isBooked) moved.add(order._id)
    if (isBooked || isMeant('received', order.receivedAt)) touchOrder(days, order)
  }
  for (const refund of facts.refunds) if (moved.has(refund.orderId)) touchRefund(days, refund)
  for (const row of facts.commissions) {
    const isNew = isMeant('accrued', row.accruedAt) || isMeant('settled', row.settledAt)
    if (isNew || moved.has(row.orderId)) touchCommission(days, row)
  }
  for (const visit of facts.visits) {
    if (isMeant('visited', visit.visitedAt)) touchVisit(days, visit)
  }
  for (const change of facts.changes) {
    const { at, replacedAt } = change
    const isNew = replacedAt === undefined ? isMeant('bound', at) : isMeant('replaced', replacedAt)
    if (isNew) touchBinding(days, change)
  }
  for (const member of facts.distributors) {
    if (isMeant('admitted', member.admittedAt)) touchAdmission(days, member)
  }
  for (const share of facts.shares) if (isMeant('shared', share.createdAt)) touchShare(days, share)
  return days
}
