// 升级 / 保级 / 降级: what happens to somebody's tier now, and when a month is over.
import { addMonths, startOfMonth } from '@contract/time'
import { TIER_KEYS, type TierKey } from '@contract/model/shop'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { Distributor } from '@contract/model/people'
import type { TierCause, TierFigure, TierKeeping, TierTerms } from '@contract/model/tier'
import { figuresFor, rankOf, reachTier, ruleOf } from './reach-tier'

type Figures = Pick<DistributorFigures, 'ever' | 'months'> | null
/** What of a distributor decides. */
export type TierSubject = Pick<
  Distributor,
  'status' | 'tier' | 'standings' | 'tierHold' | 'tierKeeping'
>

/** What to do about one person; null = nothing. `keeping` null: nothing is left to remember. */
export interface TierVerdict {
  readonly to: TierKey
  /** null: the tier stays without a word, only what is remembered changes. */
  readonly cause: Extract<TierCause, 'reached' | 'warned' | 'missed' | 'hold-ended'> | null
  readonly need: 'all' | 'any'
  readonly figures: readonly TierFigure[]
  readonly keeping: TierKeeping | null
}

export const isHeld = ({ tierHold }: Pick<Distributor, 'tierHold'>, now: number) =>
  tierHold !== undefined && (tierHold.endsAt === null || tierHold.endsAt > now)

/** At once: up when the figures say so, never down. Whoever is held or not active stays. */
export function judgeNow(
  terms: TierTerms,
  person: TierSubject,
  figures: Figures,
  at: { readonly now: number; readonly month: string },
): TierVerdict | null {
  if (person.status !== 'active' || isHeld(person, at.now)) return null
  const reached = reachTier(terms, figures, at.month)
  if (rankOf(reached) <= rankOf(person.tier)) return null
  return { ...explain(terms, reached, figures, at.month), cause: 'reached', keeping: null }
}

/**
 * When `month` is over: whoever doesn't meet their tier in it has missed a month; more in a row than the grace months,
 * and they are demoted. Once a month: a month that was counted already changes nothing. Making it good forgets what
 * was missed.
 */
export function judgeMonth(
  terms: TierTerms,
  person: TierSubject,
  figures: Figures,
  at: { readonly now: number; readonly month: string },
): TierVerdict | null {
  if (person.status !== 'active' || isHeld(person, at.now)) return null
  if (terms.keep.check === 'never' || person.tier === TIER_KEYS[0]) return null
  const { tierKeeping } = person
  if (tierKeeping && tierKeeping.month >= at.month) return null
  // Whoever got the tier after the month was over has nothing to answer for in it.
  if (tierSince(person) >= startOfMonth(addMonths(at.month, 1))) return null
  const { tier } = person
  const reached = reachTier(terms, figures, at.month)
  if (rankOf(reached) >= rankOf(tier)) {
    if (!tierKeeping || tierKeeping.missed === 0) return null
    const keeping = { month: at.month, missed: 0 }
    return { ...explain(terms, tier, figures, at.month), cause: null, keeping }
  }
  const missed = (tierKeeping?.missed ?? 0) + 1
  if (missed <= terms.keep.graceMonths) {
    const keeping = { month: at.month, missed }
    return { ...explain(terms, tier, figures, at.month), cause: 'warned', keeping }
  }
  const to = terms.keep.demoteTo === 'figures' ? reached : below(tier)
  // The figures shown are those of the tier that was missed.
  const why = explain(terms, tier, figures, at.month)
  return { ...why, to, cause: 'missed', keeping: { month: at.month, missed: 0 } }
}

/** When a hold is over: to what the figures give, up or down. */
export function judgeHoldEnd(
  terms: TierTerms,
  person: TierSubject,
  figures: Figures,
  at: { readonly month: string },
): TierVerdict {
  const to = reachTier(terms, figures, at.month)
  const shown = rankOf(to) >= rankOf(person.tier) ? to : person.tier
  return { ...explain(terms, shown, figures, at.month), to, cause: 'hold-ended', keeping: null }
}

/** Since when somebody has had their tier without a break, ms. */
function tierSince({ tier, standings }: TierSubject): number {
  let since = 0
  for (const standing of [...standings].reverse()) {
    if (standing.tier !== tier) break
    since = standing.at
  }
  return since
}

function explain(terms: TierTerms, tier: TierKey, figures: Figures, month: string) {
  const rule = ruleOf(terms, tier)
  return { to: tier, need: rule?.need ?? 'all', figures: figuresFor(rule, figures, month) } as const
}

function below(tier: TierKey): TierKey {
  return TIER_KEYS[Math.max(0, rankOf(tier) - 1)] ?? tier
}
