// One distributor's figures of one Shanghai day, from the facts of that day: computed anew, never added to.
import { addFen, subtractFen, sumFen, type Fen } from '@contract/money'
import { dateOf, startOfDate } from '@contract/time'
import type { DistributorDay, DistributorSums } from '@contract/model/aggregate'
import type { AttributionChange, Commission, Share, Visit } from '@contract/model/distribution'
import type { Order } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import { distributorIdOf } from '../attribution/distributor-id'
import { isMove } from '../attribution/is-move'
import { groupBy } from '../ledger/group-by'

export type DayOrder = Pick<
  Order,
  'buyerId' | 'attribution' | 'lines' | 'paidAt' | 'receivedAt' | 'closeReason'
>

/** Facts from which days are summed; those of other days and other people are ignored. */
export interface DayFacts {
  readonly orders: readonly DayOrder[]
  readonly commissions: readonly Pick<
    Commission,
    'distributorId' | 'netFen' | 'status' | 'accruedAt' | 'sharerId'
  >[]
  readonly visits: readonly Pick<Visit, 'distributorId' | 'memberId' | 'visitedAt'>[]
  /** Changes of the day, and every earlier one of the same people to the same distributors. */
  readonly changes: readonly Pick<AttributionChange, 'memberId' | 'to' | 'cause' | 'at'>[]
  readonly members: readonly Pick<Distributor, 'inviterId' | 'admittedAt'>[]
  readonly shares: readonly Pick<Share, 'distributorId' | 'createdAt'>[]
}

export const dayIdOf = (distributorId: string, on: string) => `${distributorId}:${on}`

/** The days of these distributors on one date, in their order. */
export function sumDays(
  on: string,
  distributorIds: readonly string[],
  facts: DayFacts,
  asOf: number,
): DistributorDay[] {
  const today = <Row>(rows: readonly Row[], at: (row: Row) => number | null) =>
    rows.filter((row) => isOn(on, at(row)))
  const orders = today(facts.orders, (order) => order.paidAt)
  const accrued = today(facts.commissions, (row) => row.accruedAt)
  const commissions = groupBy(accrued, (row) => [row.distributorId])
  const passedOn = groupBy(accrued, (row) => listOf(row.sharerId))
  const visits = groupBy(
    today(facts.visits, (row) => row.visitedAt),
    (row) => [row.distributorId],
  )
  const changes = groupBy(facts.changes, (change) => [change.to])
  const members = groupBy(
    today(facts.members, (row) => row.admittedAt),
    (row) => listOf(row.inviterId),
  )
  const shares = groupBy(
    today(facts.shares, (row) => row.createdAt),
    (row) => [row.distributorId],
  )
  const brought = orders.filter((order) => !isOwnPurchase(order))
  const own = groupBy(brought, (order) => listOf(order.attribution?.distributorId))
  const team = groupBy(brought, (order) => listOf(order.attribution?.inviterId))
  return distributorIds.map((distributorId) => {
    const earned = commissions.get(distributorId) ?? []
    const settled = earned.filter((commission) => commission.status === 'settled')
    return {
      _id: dayIdOf(distributorId, on),
      distributorId,
      on,
      ...sumOrders(own.get(distributorId) ?? []),
      teamSalesFen: sumFen(team.get(distributorId) ?? [], salesOf),
      newCustomers: countNew(changes.get(distributorId) ?? [], on),
      visitors: new Set((visits.get(distributorId) ?? []).map((visit) => visit.memberId)).size,
      commissionFen: sumFen(earned, (commission) => commission.netFen),
      settledFen: sumFen(settled, (commission) => commission.netFen),
      newMembers: members.get(distributorId)?.length ?? 0,
      broughtFen: sumFen(passedOn.get(distributorId) ?? [], (commission) => commission.netFen),
      shares: shares.get(distributorId)?.length ?? 0,
      asOf,
    }
  })
}

function sumOrders(
  orders: readonly DayOrder[],
): Pick<DistributorSums, 'salesFen' | 'receivedFen' | 'refundedFen' | 'orders'> {
  return {
    salesFen: sumFen(orders, salesOf),
    receivedFen: sumFen(
      orders.filter((order) => order.receivedAt !== null),
      salesOf,
    ),
    refundedFen: sumFen(orders, refundedOf),
    orders: orders.filter((order) => order.closeReason !== 'refunded').length,
  }
}

/** What a distributor buys for themself makes nobody's sales: a tier can't be bought. */
function isOwnPurchase(order: DayOrder): boolean {
  return order.attribution?.distributorId === distributorIdOf(order.buyerId)
}

const listOf = (id: string | null | undefined) => (id ? [id] : [])

/** What was paid for the goods and not given back: the base of the commissions on what is left. */
function salesOf(order: DayOrder): Fen {
  return addFen(...order.lines.map((line) => subtractFen(line.baseFen, line.refundedFen)))
}

function refundedOf(order: DayOrder): Fen {
  return addFen(...order.lines.map((line) => line.refundedFen))
}

/** Who came that day and never before; a customer whom the shop moved was not won. */
function countNew(changes: DayFacts['changes'], on: string): number {
  const before = new Set<string>()
  const won = new Set<string>()
  for (const { memberId, at, cause } of changes) {
    if (at < startOfDate(on)) before.add(memberId)
    else if (isOn(on, at) && !isMove(cause)) won.add(memberId)
  }
  return [...won].filter((memberId) => !before.has(memberId)).length
}

function isOn(on: string, at: number | null): boolean {
  return at !== null && dateOf(at) === on
}
