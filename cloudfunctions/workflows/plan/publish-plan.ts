// Puts a draft in force for orders placed from now on; the compliance guard is asked once more.
import type { Api } from '@contract/api'
import { parsePlan } from '../../domain/commission/parse-plan'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** Refuses PLAN_UNKNOWN, PLAN_NOT_DRAFT, PLAN_VERSION_TAKEN, COMPLIANCE_*, PLAN_INVALID `{ field }`. */
export function publishPlan(
  ctx: Context,
  { planId }: Api['owner.publishPlan']['parsed'],
): Promise<Api['owner.publishPlan']['output']> {
  return ctx.store.transaction(async (tx) => {
    const plan = await tx.get('plans', planId)
    if (!plan) throw refuse('PLAN_UNKNOWN', { planId })
    const shop = await tx.get('settings', 'shop')
    if (!shop) throw refuse('SHOP_NOT_OPEN')
    const { version } = plan.rules
    if (shop.plan?.planId === planId) return { version }
    if (plan.status !== 'draft') throw refuse('PLAN_NOT_DRAFT')
    const rules = parsePlan(plan.rules)
    const named = await tx.find('plans', { 'rules.version': version })
    if (named.length > 1) throw refuse('PLAN_VERSION_TAKEN', { version })
    const published = { publishedAt: ctx.now, publishedBy: ctx.caller.memberId }
    await tx.put('plans', { ...plan, rules, status: 'published', ...published })
    if (shop.plan) await tx.update('plans', shop.plan.planId, { set: { status: 'superseded' } })
    await tx.update('settings', 'shop', { set: { plan: { planId, version } } })
    return { version }
  })
}
