// Keeps the draft of the next plan version: one draft for each plan in force, so two savers can't make two.
import type { Api } from '@contract/api'
import { idOf } from '@contract/ids'
import { parsePlan } from '../../domain/commission/parse-plan'
import { warnOverCap } from '../../domain/commission/warn-over-cap'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'

/** Refuses COMPLIANCE_*, PLAN_INVALID `{ field }`, PLAN_VERSION_TAKEN. */
export async function savePlanDraft(
  ctx: Context,
  input: Api['owner.savePlanDraft']['parsed'],
): Promise<Api['owner.savePlanDraft']['output']> {
  const rules = parsePlan(input.rules)
  const shop = await readShop(ctx)
  const planId = idOf('plan', ctx.digest(`draft after ${shop.plan?.planId ?? 'nothing'}`))
  await ctx.store.transaction(async (tx) => {
    const draft = await tx.get('plans', planId)
    if (draft && draft.status !== 'draft') throw refuse('PLAN_NOT_DRAFT')
    const named = await tx.find('plans', { 'rules.version': rules.version })
    if (named.some((plan) => plan._id !== planId)) {
      throw refuse('PLAN_VERSION_TAKEN', { version: rules.version })
    }
    await tx.put('plans', {
      _id: planId,
      status: 'draft',
      rules,
      createdAt: draft?.createdAt ?? ctx.now,
      publishedAt: null,
      publishedBy: null,
    })
  })
  return { planId, warnings: [...warnOverCap(rules)] }
}
