// 定等级: the owner holds a tier by hand, with a reason and an end; orders paid from now on pay by it.
import type { Api } from '@contract/api'
import { addDays, dateOf, startOfDate } from '@contract/time'
import { refuse } from '../../domain/refuse'
import { unpackOrNull } from '../../domain/aggregate/pack-figures'
import { figuresFor, ruleOf } from '../../domain/tier/reach-tier'
import type { Context } from '../../ports/world'
import { changeTier } from './change-tier'
import { readAdmitted, readTerms } from './read-case'

/**
 * Setting what already is held changes nothing. Refuses DISTRIBUTOR_UNKNOWN (also for who was never admitted),
 * OWN_CASE and TIER_HOLD_PAST.
 */
export async function setTier(
  ctx: Context,
  { distributorId, tier, reason, ...until }: Api['owner.setTier']['parsed'],
): Promise<Api['owner.setTier']['output']> {
  const untilOn = until.untilOn ?? null
  if (untilOn !== null && untilOn < dateOf(ctx.now)) throw refuse('TIER_HOLD_PAST')
  const figures = unpackOrNull(await ctx.store.get('distributor_figures', distributorId))
  return ctx.store.transaction(async (tx) => {
    const distributor = await readAdmitted(tx, ctx, distributorId)
    const { tierHold } = distributor
    if (tierHold && distributor.tier === tier && tierHold.untilOn === untilOn) return {}
    const { terms, month } = await readTerms(tx, ctx)
    const rule = ruleOf(terms, tier)
    const endsAt = untilOn === null ? null : startOfDate(addDays(untilOn, 1))
    await changeTier(tx, distributor, ctx.now, {
      to: tier,
      hold: { reason, at: ctx.now, untilOn, endsAt },
      keeping: null,
      change: {
        cause: 'set-by-owner',
        version: terms.version,
        month,
        need: rule?.need ?? 'all',
        figures: figuresFor(rule, figures, month),
        reason,
        heldUntilOn: untilOn,
      },
    })
    return {}
  })
}
