// 发布等级: new terms from now on, guarded against every plan in force or to come; a pass over everybody follows.
import type { Api } from '@contract/api'
import type { PlanRules } from '@contract/model/distribution'
import { bps } from '@contract/money'
import type { Shop } from '@contract/model/shop'
import type { TierRule, TierTerms, TierVersion } from '@contract/model/tier'
import { refuse } from '../../domain/refuse'
import { guardTiers } from '../../domain/tier/guard-tiers'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'

type Asked = Api['owner.publishTiers']['parsed']['tiers'][number]

/**
 * Publishing what already holds changes nothing. Terms and plans meet in the shop's document, so that of two published
 * at once the second is checked against the first. Refuses SHOP_NOT_OPEN, TIERS_MOVED_ON, TIER_INVALID `{ field }`,
 * COMPLIANCE_HEADCOUNT_PAY `{ tier }`.
 */
export function publishTiers(
  ctx: Context,
  { basedOn, tiers, keep }: Api['owner.publishTiers']['parsed'],
): Promise<Api['owner.publishTiers']['output']> {
  const terms: TierTerms = { tiers: tiers.map(withoutNothing), keep }
  return ctx.store.transaction(async (tx) => {
    const shop = await tx.get('settings', 'shop')
    if (!shop) throw refuse('SHOP_NOT_OPEN')
    const known = termsOf(shop)
    if (known.version > 0 && isSame(known, terms)) return { version: known.version }
    if (known.version !== basedOn) throw refuse('TIERS_MOVED_ON')
    guardTiers(terms, await readPlans(tx, shop))
    const version = known.version + 1
    const published: TierVersion = {
      _id: `tiers:${version}`,
      version,
      ...terms,
      publishedAt: ctx.now,
      publishedBy: ctx.caller.memberId,
    }
    await tx.insert('tier_versions', published)
    await tx.update('settings', 'shop', { set: { tiers: published } })
    return { version }
  })
}

/** A tier that takes nothing off and brings nothing else says nothing about it. */
function withoutNothing(tier: Asked): TierRule {
  const { memberOffBps = 0, perks = [], ...rule } = tier
  return {
    ...rule,
    ...(memberOffBps > 0 ? { memberOffBps: bps(memberOffBps) } : {}),
    ...(perks.length > 0 ? { perks } : {}),
  }
}

async function readPlans(tx: Transaction, shop: Shop): Promise<PlanRules[]> {
  const plans: PlanRules[] = []
  for (const { planId } of shop.plans) {
    const plan = await tx.get('plans', planId)
    if (plan && plan.status === 'published') plans.push(plan.rules)
  }
  return plans
}

function isSame(a: TierTerms, b: TierTerms): boolean {
  const plain = ({ tiers, keep }: TierTerms) =>
    JSON.stringify([
      tiers.map(({ key, name, need, conditions, memberOffBps = 0, perks = [] }) => [
        key,
        name,
        need,
        memberOffBps,
        perks,
        conditions.map(({ measure, window, atLeast }) => [measure, window, atLeast]),
      ]),
      [keep.check, keep.graceMonths, keep.demoteTo],
    ])
  return plain(a) === plain(b)
}
