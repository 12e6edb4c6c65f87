// The shop's figures of one Shanghai date, from the facts of that date: computed anew, never added to.
import { sumFen } from '@contract/money'
import { dateOf } from '@contract/time'
import type { Commission, Visit } from '@contract/model/distribution'
import type { AfterSale, Order } from '@contract/model/order'
import type { ShopDay } from '@contract/model/records'
import { earnersOf, packEarners, packProducts, productsOf } from './day-tops'

/** Rows of other dates are ignored, so that a caller may pass more than the day. */
export function summariseDay(day: {
  readonly on: string
  readonly orders: readonly Pick<Order, 'buyerId' | 'payableFen' | 'paidAt' | 'lines'>[]
  readonly refunds: readonly Pick<AfterSale, 'refundFen' | 'refundedAt'>[]
  readonly commissions: readonly Pick<Commission, 'distributorId' | 'netFen' | 'accruedAt'>[]
  readonly visits: readonly Pick<Visit, 'memberId' | 'visitedAt'>[]
  readonly asOf: number
}): ShopDay {
  const isToday = (at: number | null) => at !== null && dateOf(at) === day.on
  const paid = day.orders.filter((order) => isToday(order.paidAt))
  const refunds = day.refunds.filter((refund) => isToday(refund.refundedAt))
  const visits = day.visits.filter((visit) => isToday(visit.visitedAt))
  const buyers = paid.map((order) => order.buyerId)
  const commissions = day.commissions.filter((commission) => isToday(commission.accruedAt))
  return {
    _id: day.on,
    salesFen: sumFen(paid, (order) => order.payableFen),
    refundedFen: sumFen(refunds, (refund) => refund.refundFen),
    orders: paid.length,
    buyers: new Set(buyers).size,
    // Who bought was there, whether or not they came through a share.
    visitors: new Set([...visits.map((visit) => visit.memberId), ...buyers]).size,
    commissionFen: sumFen(commissions, (commission) => commission.netFen),
    earners: packEarners(earnersOf(commissions)),
    products: packProducts(productsOf(paid)),
    asOf: day.asOf,
  }
}
