// Puts a draft in force from a moment on, now or later; the compliance guard is asked once more.
import type { Api } from '@contract/api'
import type { CommissionPlan } from '@contract/model/distribution'
import type { PlanTerm, Shop } from '@contract/model/shop'
import { assertPlanMove, isPlanOpen } from '../../domain/commission/plan-lifecycle'
import { addTerm, plansOver } from '../../domain/commission/plan-schedule'
import { validatePlan } from '../../domain/commission/validate-plan'
import { refuse } from '../../domain/refuse'
import { headcountTiers } from '../../domain/tier/guard-tiers'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'

/**
 * Orders placed from `effectiveAt` on (now when absent) are paid by it; earlier ones stay with their own plan. A
 * draft that nobody checked is checked here. Refuses PLAN_UNKNOWN, PLAN_NOT_DRAFT, PLAN_VERSION_TAKEN,
 * PLAN_EFFECTIVE_PAST, PLAN_EFFECTIVE_TAKEN, COMPLIANCE_*, PLAN_INVALID `{ field }`.
 */
export function publishPlan(
  ctx: Context,
  { planId, effectiveAt: wantedAt }: Api['owner.publishPlan']['parsed'],
): Promise<Api['owner.publishPlan']['output']> {
  return ctx.store.transaction(async (tx) => {
    const plan = await tx.get('plans', planId)
    if (!plan) throw refuse('PLAN_UNKNOWN', { planId })
    const shop = await tx.get('settings', 'shop')
    if (!shop) throw refuse('SHOP_NOT_OPEN')
    if (!isPlanOpen(plan.status)) return answerAgain(plan, wantedAt)
    const checked = validatePlan(plan, ctx.now, headcountTiers(termsOf(shop)))
    const { version } = checked.rules
    const named = await tx.find('plans', { 'rules.version': version })
    if (named.length > 1) throw refuse('PLAN_VERSION_TAKEN', { version })
    const effectiveAt = wantedAt ?? ctx.now
    const term = { planId, version, effectiveAt }
    const terms = addTerm(shop.plans, term, ctx.now)
    assertPlanMove(checked.status, 'published')
    const published = { publishedAt: ctx.now, publishedBy: ctx.caller.memberId, effectiveAt }
    await tx.put('plans', { ...checked, status: 'published', ...published })
    await supersede(tx, plansOver([...shop.plans, term], ctx.now))
    await tx.update('settings', 'shop', { set: keep(shop, terms) })
    return { version, effectiveAt }
  })
}

/** What was published stays as it was: asking for the same again changes nothing, another moment is refused. */
function answerAgain({ status, rules, effectiveAt }: CommissionPlan, wantedAt: number | undefined) {
  const isSame = wantedAt === undefined || wantedAt === effectiveAt
  if (status !== 'published' || effectiveAt === null || !isSame) throw refuse('PLAN_NOT_DRAFT')
  return { version: rules.version, effectiveAt }
}

function keep({ plansPublished = 0 }: Shop, plans: readonly PlanTerm[]) {
  return { plans, plansPublished: plansPublished + 1 }
}

/** Marks plans that another has followed and says how many; those marked before stay as they are. */
export async function supersede(tx: Transaction, over: readonly PlanTerm[]): Promise<number> {
  let marked = 0
  for (const { planId } of over) {
    const plan = await tx.get('plans', planId)
    if (plan?.status !== 'published') continue
    assertPlanMove(plan.status, 'superseded')
    await tx.update('plans', planId, { set: { status: 'superseded' } })
    marked += 1
  }
  return marked
}
