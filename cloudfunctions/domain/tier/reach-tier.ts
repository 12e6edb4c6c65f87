// Which tier somebody's figures give, and why: the highest whose conditions they meet.
import { TIER_KEYS, type TierKey } from '@contract/model/shop'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { TierFigure, TierRule, TierTerms } from '@contract/model/tier'
import { readWindow } from './read-window'

type Figures = Pick<DistributorFigures, 'ever' | 'months'> | null

export const rankOf = (tier: TierKey) => TIER_KEYS.indexOf(tier)

export function ruleOf(terms: TierTerms, tier: TierKey): TierRule | null {
  return terms.tiers.find((rule) => rule.key === tier) ?? null
}

/** Whether a rule is met as of a month. Without conditions nobody meets it by figures. */
export function meets(rule: TierRule, figures: Figures, month: string): boolean {
  const { conditions, need } = rule
  if (conditions.length === 0) return false
  const isMet = ({ measure, window, atLeast }: TierRule['conditions'][number]) =>
    readWindow(figures, measure, window, month) >= atLeast
  return need === 'all' ? conditions.every(isMet) : conditions.some(isMet)
}

/** The first tier is everybody's. */
export function reachTier(terms: TierTerms, figures: Figures, month: string): TierKey {
  let reached: TierKey = TIER_KEYS[0]
  for (const rule of terms.tiers) {
    if (rankOf(rule.key) > rankOf(reached) && meets(rule, figures, month)) reached = rule.key
  }
  return reached
}

/** Each condition of a rule beside what somebody has. */
export function figuresFor(rule: TierRule | null, figures: Figures, month: string): TierFigure[] {
  return (rule?.conditions ?? []).map((condition) => ({
    ...condition,
    value: readWindow(figures, condition.measure, condition.window, month),
  }))
}
