// 检查方案: the compliance guard's word on the stored draft, rule by rule, and what the cap will limit.
import type { Api } from '@contract/api'
import { validatePlan as validate } from '../../domain/commission/validate-plan'
import { warnOverCap } from '../../domain/commission/warn-over-cap'
import { CHINA_RULES } from '../../domain/compliance/china-rules'
import { refuse } from '../../domain/refuse'
import { headcountTiers } from '../../domain/tier/guard-tiers'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Context } from '../../ports/world'

/** Repeatable. Refuses PLAN_UNKNOWN, PLAN_NOT_DRAFT, COMPLIANCE_*, PLAN_INVALID `{ field }`. */
export async function validatePlan(
  ctx: Context,
  { planId }: Api['owner.validatePlan']['parsed'],
): Promise<Api['owner.validatePlan']['output']> {
  const rules = await ctx.store.transaction(async (tx) => {
    const plan = await tx.get('plans', planId)
    if (!plan) throw refuse('PLAN_UNKNOWN', { planId })
    const shop = await tx.get('settings', 'shop')
    const checked = validate(plan, ctx.now, headcountTiers(termsOf(shop)))
    if (checked.status !== plan.status) await tx.put('plans', checked)
    return checked.rules
  })
  return {
    checks: CHINA_RULES.map(({ code, title }) => ({ code, title })),
    warnings: [...warnOverCap(rules)],
  }
}
