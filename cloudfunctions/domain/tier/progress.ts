// 还差多少: the next tier that figures can reach, and what is missing of each of its conditions.
import { TIER_KEYS, type TierKey } from '@contract/model/shop'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { TierFigure, TierRule, TierTerms } from '@contract/model/tier'
import { figuresFor, rankOf, ruleOf } from './reach-tier'

type Figures = Pick<DistributorFigures, 'ever' | 'months'> | null

export interface TierStep {
  readonly tier: TierKey
  readonly need: TierRule['need']
  readonly figures: readonly TierFigure[]
}

/** Null at the top, or where the tiers above are only given by hand. */
export function nextStep(
  terms: TierTerms,
  tier: TierKey,
  figures: Figures,
  month: string,
): TierStep | null {
  const above = TIER_KEYS.slice(rankOf(tier) + 1)
    .map((key) => ruleOf(terms, key))
    .find((rule) => rule !== null && rule.conditions.length > 0)
  return above ? stepOf(above, figures, month) : null
}

/** What keeping the present tier asks for; null where nothing does. */
export function keepStep(
  terms: TierTerms,
  tier: TierKey,
  figures: Figures,
  month: string,
): TierStep | null {
  const rule = ruleOf(terms, tier)
  if (terms.keep.check === 'never' || !rule || rule.conditions.length === 0) return null
  return stepOf(rule, figures, month)
}

function stepOf(rule: TierRule, figures: Figures, month: string): TierStep {
  return { tier: rule.key, need: rule.need, figures: figuresFor(rule, figures, month) }
}
