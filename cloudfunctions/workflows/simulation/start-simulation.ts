// 试算: begins to replay the orders of some days under a plan. The plan's rules are copied, so that changing the draft
// meanwhile changes nothing; the replay itself is done in pages by advance-simulation.
import type { Api } from '@contract/api'
import { idOf } from '@contract/ids'
import type { CommissionPlan } from '@contract/model/distribution'
import type { Simulation } from '@contract/model/simulation'
import { addDays, dateOf, startOfDate } from '@contract/time'
import { isPlanOpen } from '../../domain/commission/plan-lifecycle'
import { validatePlan } from '../../domain/commission/validate-plan'
import { refuse } from '../../domain/refuse'
import { EMPTY_COMPARISON } from '../../domain/simulation/compare-plans'
import type { Context } from '../../ports/world'
import { suffixOfRequest } from '../name-by-request'
import { showProgress } from './show-simulation'

type Input = Api['owner.simulatePlan']['parsed']

/** One simulation compares at most so many orders: its sums are kept in one document. */
const MOST_ORDERS = 20_000

/**
 * The request id names the simulation: the same again answers with the same. A draft that nobody checked is checked
 * here. Refuses SIMULATION_RANGE, SIMULATION_TOO_LARGE `{ orders, limit }`, PLAN_UNKNOWN, IDEMPOTENCY_CONFLICT,
 * COMPLIANCE_*, PLAN_INVALID `{ field }`.
 */
export async function startSimulation(
  ctx: Context,
  input: Input,
): Promise<Api['owner.simulatePlan']['output']> {
  const { planId, from, to } = input
  if (from > to || to > dateOf(ctx.now)) throw refuse('SIMULATION_RANGE')
  const suffix = suffixOfRequest(ctx)
  const payloadHash = ctx.digest(JSON.stringify(input))
  const ordersTotal = await ctx.store.count('orders', paidWithin(from, to))
  return ctx.store.transaction(async (tx) => {
    const earlier = await tx.get('simulations', idOf('simulation', suffix))
    if (earlier) {
      if (earlier.payloadHash !== payloadHash) throw refuse('IDEMPOTENCY_CONFLICT')
      return showProgress(earlier)
    }
    if (ordersTotal > MOST_ORDERS) {
      throw refuse('SIMULATION_TOO_LARGE', { orders: ordersTotal, limit: MOST_ORDERS })
    }
    const plan = await tx.get('plans', planId)
    if (!plan) throw refuse('PLAN_UNKNOWN', { planId })
    const checked = isPlanOpen(plan.status) ? validatePlan(plan, ctx.now) : plan
    if (checked.status !== plan.status) await tx.put('plans', checked)
    const begun = begin(ctx, input, checked, { suffix, payloadHash, ordersTotal })
    await tx.insert('simulations', begun)
    return showProgress(begun)
  })
}

/** Orders paid on these Shanghai dates, both included. */
export function paidWithin(from: string, to: string) {
  return { paidAt: { gte: startOfDate(from), lt: startOfDate(addDays(to, 1)) } }
}

function begin(
  ctx: Context,
  { from, to, budgetBps, floorBps }: Input,
  { _id: planId, rules }: CommissionPlan,
  facts: { readonly suffix: string; readonly payloadHash: string; readonly ordersTotal: number },
): Simulation {
  const { suffix, payloadHash, ordersTotal } = facts
  return {
    _id: idOf('simulation', suffix),
    planId,
    rules,
    from,
    to,
    budgetBps,
    floorBps,
    status: 'running',
    step: 0,
    cursor: { paidAt: startOfDate(from), seen: 0 },
    ordersTotal,
    compared: EMPTY_COMPARISON,
    margins: [],
    startedAt: ctx.now,
    startedBy: ctx.caller.memberId,
    advancedAt: ctx.now,
    finishedAt: null,
    payloadHash,
  }
}
