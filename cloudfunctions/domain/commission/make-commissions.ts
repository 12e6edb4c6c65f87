// The commission records of a paid order, as they are stored at accrual: one for each beneficiary and level.
import type { Commission, PlanRules } from '@contract/model/distribution'
import type { Order } from '@contract/model/order'
import type { TierKey } from '@contract/model/shop'
import { ZERO } from '@contract/money'
import { assert } from '../assert'
import { compilePlan } from './compile-plan'
import { computeCommissions } from './compute-commissions'
import type { Beneficiaries } from './find-beneficiaries'

/** The id says what it pays: an order's beneficiary at a level can be paid only once. */
export function commissionIdOf(orderId: string, level: 1 | 2, distributorId: string): string {
  return `cm:${orderId}:${level}:${distributorId}`
}

/**
 * `rules` are those of the plan frozen on the order; campaign windows and tiers are those at payment
 * (`order.paidAt`), however late accrual runs (`at`, ms).
 */
export function makeCommissions(accrual: {
  readonly order: Order
  readonly rules: PlanRules
  readonly beneficiaries: Beneficiaries
  readonly at: number
}): Commission[] {
  const { order, rules, beneficiaries, at } = accrual
  assert(order.paidAt !== null && order.planId !== null, 'only a paid order under a plan accrues')
  const { planId, paidAt } = order
  const plan = compilePlan(rules)
  return computeCommissions({ plan, at: paidAt, lines: order.lines, beneficiaries }).map(
    ({ level, distributorId, tier, lines, amountFen }) => ({
      _id: commissionIdOf(order._id, level, distributorId),
      orderId: order._id,
      distributorId,
      level,
      ...(level === 2 && order.attribution ? { sharerId: order.attribution.distributorId } : {}),
      tier: tier as TierKey,
      planId,
      planVersion: rules.version,
      buyerId: order.buyerId,
      buyerName: order.buyerName,
      lines,
      amountFen,
      reversedFen: ZERO,
      netFen: amountFen,
      status: 'pending',
      isHeld: false,
      accruedAt: at,
      settleAt: null,
      settledAt: null,
    }),
  )
}
