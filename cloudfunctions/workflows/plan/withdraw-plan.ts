// Takes back a published plan that has not begun yet: the one before it simply goes on.
import type { Api } from '@contract/api'
import { assertPlanMove } from '../../domain/commission/plan-lifecycle'
import { withdrawTerm } from '../../domain/commission/plan-schedule'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** Repeatable. Refuses PLAN_UNKNOWN, and PLAN_NOT_WITHDRAWABLE once orders can have been placed under it. */
export async function withdrawPlan(
  ctx: Context,
  { planId }: Api['owner.withdrawPlan']['parsed'],
): Promise<Api['owner.withdrawPlan']['output']> {
  await ctx.store.transaction(async (tx) => {
    const plan = await tx.get('plans', planId)
    if (!plan) throw refuse('PLAN_UNKNOWN', { planId })
    if (plan.status === 'withdrawn') return
    const shop = await tx.get('settings', 'shop')
    if (!shop) throw refuse('SHOP_NOT_OPEN')
    const plans = withdrawTerm(shop.plans, planId, ctx.now)
    assertPlanMove(plan.status, 'withdrawn')
    await tx.update('plans', planId, { set: { status: 'withdrawn' } })
    await tx.update('settings', 'shop', { set: { plans } })
  })
  return {}
}
