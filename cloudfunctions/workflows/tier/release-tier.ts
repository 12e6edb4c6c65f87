// 取消保留: the owner ends a hold, and the tier goes to what the figures give.
import type { Api } from '@contract/api'
import { judgeHoldEnd } from '../../domain/tier/judge-tier'
import { unpackOrNull } from '../../domain/aggregate/pack-figures'
import type { Context } from '../../ports/world'
import { changeTier } from './change-tier'
import { readAdmitted, readTerms } from './read-case'

/** Without a hold nothing changes. Refuses DISTRIBUTOR_UNKNOWN, OWN_CASE. */
export async function releaseTier(
  ctx: Context,
  { distributorId, reason }: Api['owner.releaseTier']['parsed'],
): Promise<Api['owner.releaseTier']['output']> {
  const figures = unpackOrNull(await ctx.store.get('distributor_figures', distributorId))
  return ctx.store.transaction(async (tx) => {
    const distributor = await readAdmitted(tx, ctx, distributorId)
    if (!distributor.tierHold) return { tier: distributor.tier }
    const { terms, month } = await readTerms(tx, ctx)
    const verdict = judgeHoldEnd(terms, distributor, figures, { month })
    const { to, need } = verdict
    const told = { version: terms.version, month, need, figures: verdict.figures, reason }
    const change = { cause: 'released', ...told, heldUntilOn: null } as const
    await changeTier(tx, distributor, ctx.now, { to, hold: null, keeping: null, change })
    return { tier: to }
  })
}
