// Which days of which distributors, and which days of the shop, a fact belongs to.
import { dateOf } from '@contract/time'
import type { AttributionChange, Commission, Share, Visit } from '@contract/model/distribution'
import type { AfterSale, Order } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'

/** Dates to sum up anew: of the shop, and by date of which distributors. */
export interface TouchedDays {
  readonly shop: Set<string>
  readonly distributors: Map<string, Set<string>>
}

export function noDays(): TouchedDays {
  return { shop: new Set(), distributors: new Map() }
}

/** A payment, a receipt: its own day, for the sharer and for who invited them. */
export function touchOrder(days: TouchedDays, order: Pick<Order, 'paidAt' | 'attribution'>): void {
  if (order.paidAt === null) return
  const on = dateOf(order.paidAt)
  days.shop.add(on)
  if (!order.attribution) return
  const { distributorId, inviterId } = order.attribution
  touch(days, distributorId, on)
  if (inviterId !== null) touch(days, inviterId, on)
}

/** A commission accrued, shrunk or settled: the day of its accrual, also for whose sale it was at level 2. */
export function touchCommission(
  days: TouchedDays,
  commission: Pick<Commission, 'distributorId' | 'accruedAt' | 'sharerId'>,
): void {
  const on = dateOf(commission.accruedAt)
  days.shop.add(on)
  touch(days, commission.distributorId, on)
  if (commission.sharerId !== undefined) touch(days, commission.sharerId, on)
}

/** Money back: the shop counts it on the day it went; whose sales it shrinks, the order says. */
export function touchRefund(days: TouchedDays, refund: Pick<AfterSale, 'refundedAt'>): void {
  if (refund.refundedAt !== null) days.shop.add(dateOf(refund.refundedAt))
}

export function touchVisit(
  days: TouchedDays,
  visit: Pick<Visit, 'distributorId' | 'visitedAt'>,
): void {
  const on = dateOf(visit.visitedAt)
  days.shop.add(on)
  touch(days, visit.distributorId, on)
}

/** A customer won: for whoever has them now. Whoever lost them had won them on an earlier day. */
export function touchBinding(
  days: TouchedDays,
  change: Pick<AttributionChange, 'to' | 'at'>,
): void {
  touch(days, change.to, dateOf(change.at))
}

/** A member admitted: for who invited them. */
export function touchAdmission(
  days: TouchedDays,
  member: Pick<Distributor, 'inviterId' | 'admittedAt'>,
): void {
  if (member.inviterId === null || member.admittedAt === null) return
  touch(days, member.inviterId, dateOf(member.admittedAt))
}

/** A share made for the first time. */
export function touchShare(
  days: TouchedDays,
  share: Pick<Share, 'distributorId' | 'createdAt'>,
): void {
  touch(days, share.distributorId, dateOf(share.createdAt))
}

function touch(days: TouchedDays, distributorId: string, on: string): void {
  const known = days.distributors.get(on)
  if (known) known.add(distributorId)
  else days.distributors.set(on, new Set([distributorId]))
}
