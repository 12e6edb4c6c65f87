// What the law and sense forbid tiers: a headcount never unlocks pay, and every condition can be measured.
import { MAX_FEN } from '@contract/money'
import { TIER_KEYS } from '@contract/model/shop'
import type { PlanRules } from '@contract/model/distribution'
import {
  MAX_MEMBER_OFF_BPS,
  OFFERED_MEASURES,
  type TierMeasure,
  type TierTerms,
} from '@contract/model/tier'
import type { HeadcountTier } from '../compliance/china-rules'
import { guardPlan } from '../compliance/guard-plan'
import { refuse } from '../refuse'

/** Measures that count heads instead of sales. */
const HEADCOUNTS: readonly TierMeasure[] = ['direct-members']

/** Tiers that somebody can reach by bringing people in, alone or beside other conditions. */
export function headcountTiers(terms: TierTerms): HeadcountTier[] {
  return terms.tiers
    .filter(({ conditions }) => conditions.some(({ measure }) => HEADCOUNTS.includes(measure)))
    .map(({ key, name }) => ({ key, name }))
}

/**
 * Refuses TIER_INVALID `{ field }` for names that are missing or the same, for measures that the shop doesn't have and
 * for amounts out of range, and COMPLIANCE_HEADCOUNT_PAY `{ tier }` against any of these plans, or for a member price.
 */
export function guardTiers(terms: TierTerms, plans: readonly PlanRules[]): void {
  checkShape(terms)
  for (const { conditions, key } of terms.tiers) {
    if (key === TIER_KEYS[0] && conditions.length > 0) throw invalid(`${key}.conditions`)
    for (const { measure, atLeast } of conditions) {
      const isOffered = (OFFERED_MEASURES as readonly TierMeasure[]).includes(measure)
      if (!isOffered) throw invalid(`${key}.${measure}`)
      const isAmount = Number.isSafeInteger(atLeast) && atLeast > 0 && atLeast <= MAX_FEN
      if (!isAmount) throw invalid(`${key}.atLeast`)
    }
    const asked = conditions.map(({ measure, window }) => `${measure}:${window}`)
    if (new Set(asked).size < asked.length) throw invalid(`${key}.conditions`)
  }
  const headcounts = headcountTiers(terms)
  for (const plan of plans) guardPlan({ ...plan }, headcounts)
  for (const { key, name, memberOffBps = 0 } of terms.tiers) {
    if (memberOffBps < 0 || memberOffBps > MAX_MEMBER_OFF_BPS) throw invalid(`${key}.memberOffBps`)
    const isByHeads = headcounts.some((tier) => tier.key === key)
    if (isByHeads && memberOffBps > 0) throw refuse('COMPLIANCE_HEADCOUNT_PAY', { tier: name })
  }
}

function checkShape({ tiers, keep }: TierTerms): void {
  const isWhole = TIER_KEYS.every((key, index) => tiers[index]?.key === key)
  if (!isWhole || tiers.length !== TIER_KEYS.length) throw invalid('tiers')
  const names = tiers.map(({ name }) => name.trim())
  if (names.some((name) => name === '' || [...name].length > 6)) throw invalid('name')
  if (new Set(names).size < names.length) throw invalid('name')
  const { graceMonths } = keep
  if (!Number.isInteger(graceMonths) || graceMonths < 0 || graceMonths > 6) throw invalid('keep')
}

function invalid(field: string) {
  return refuse('TIER_INVALID', { field })
}
