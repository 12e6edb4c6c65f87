// Keeps the draft of the next plan version: there is one until it is published, so two savers can't make two.
import type { Api } from '@contract/api'
import { idOf } from '@contract/ids'
import type { CommissionPlan } from '@contract/model/distribution'
import { parsePlan } from '../../domain/commission/parse-plan'
import { assertPlanMove, isPlanOpen } from '../../domain/commission/plan-lifecycle'
import { sameRules } from '../../domain/commission/same-rules'
import { warnOverCap } from '../../domain/commission/warn-over-cap'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'

/**
 * Rules that change take the plan back to `draft`: it is to be checked and simulated anew; the same rules change
 * nothing. Refuses COMPLIANCE_*, PLAN_INVALID `{ field }`, PLAN_VERSION_TAKEN, PLAN_NOT_DRAFT.
 */
export async function savePlanDraft(
  ctx: Context,
  input: Api['owner.savePlanDraft']['parsed'],
): Promise<Api['owner.savePlanDraft']['output']> {
  const rules = parsePlan(input.rules)
  const { plansPublished = 0 } = await readShop(ctx)
  const planId = idOf('plan', ctx.digest(`draft after ${plansPublished} plans`))
  await ctx.store.transaction(async (tx) => {
    const kept = await tx.get('plans', planId)
    if (kept && !isPlanOpen(kept.status)) throw refuse('PLAN_NOT_DRAFT')
    if (kept && sameRules(kept.rules, rules)) return
    const named = await tx.find('plans', { 'rules.version': rules.version })
    if (named.some((plan) => plan._id !== planId)) {
      throw refuse('PLAN_VERSION_TAKEN', { version: rules.version })
    }
    if (kept && kept.status !== 'draft') assertPlanMove(kept.status, 'draft')
    const draft: CommissionPlan = {
      _id: planId,
      status: 'draft',
      rules,
      createdAt: kept?.createdAt ?? ctx.now,
      validatedAt: null,
      simulationId: null,
      publishedAt: null,
      publishedBy: null,
      effectiveAt: null,
    }
    await tx.put('plans', draft)
  })
  return { planId, warnings: [...warnOverCap(rules)] }
}
