// The arithmetic of one order line, to the fen and with nothing explained: what pays, previews and simulates alike.
import { mulDivFloor, rateOf, type Fen } from '@contract/money'
import type { CompiledPlan, MatchedRule } from './compile-plan'
import { findRule, type RuleSubject } from './find-rule'

export interface LineAmounts {
  readonly rule: MatchedRule
  /** With the tier bonus; 0 where there is no beneficiary at that level. */
  readonly rate1Bps: number
  readonly rate2Bps: number
  /** Before the cap. */
  readonly wanted1Fen: Fen
  readonly wanted2Fen: Fen
  readonly capFen: Fen
  readonly isCapped: boolean
  readonly amount1Fen: Fen
  readonly amount2Fen: Fen
}

/**
 * What a line pays at level 1 and 2. `at` is the moment of payment (ms); a tier of null says that nobody
 * earns at that level, `''` that the beneficiary has no tier.
 */
export function computeLine(
  plan: CompiledPlan,
  line: RuleSubject & { readonly baseFen: number },
  at: number,
  tier1: string | null,
  tier2: string | null,
): LineAmounts {
  const rule = findRule(plan, line, at)
  // A matched rate of 0 stays 0: it takes no tier bonus.
  const rate1Bps =
    tier1 === null || rule.rate1Bps === 0
      ? 0
      : rule.rate1Bps + (plan.bonusByTier.get(tier1)?.bonus1Bps ?? 0)
  const rate2Bps =
    tier2 === null || rule.rate2Bps === 0
      ? 0
      : rule.rate2Bps + (plan.bonusByTier.get(tier2)?.bonus2Bps ?? 0)
  const wanted1Fen = rateOf(line.baseFen, rate1Bps)
  const wanted2Fen = rateOf(line.baseFen, rate2Bps)
  const capFen = rateOf(line.baseFen, plan.capBps)
  const isCapped = wanted1Fen + wanted2Fen > capFen
  const amount1Fen = isCapped ? firstShare(wanted1Fen, wanted2Fen, capFen) : wanted1Fen
  const amount2Fen = isCapped ? ((capFen - amount1Fen) as Fen) : wanted2Fen
  return {
    rule,
    rate1Bps,
    rate2Bps,
    wanted1Fen,
    wanted2Fen,
    capFen,
    isCapped,
    amount1Fen,
    amount2Fen,
  }
}

/** Both levels' amounts under a cap (fen): untouched when they fit, else in proportion by largest remainder. */
export function splitUnderCap(wanted1: Fen, wanted2: Fen, cap: Fen): readonly [Fen, Fen] {
  if (wanted1 + wanted2 <= cap) return [wanted1, wanted2]
  const first = firstShare(wanted1, wanted2, cap)
  return [first, (cap - first) as Fen]
}

/**
 * Level 1's part of the cap. Over two parts the remainders add up to 0 or to the whole, so at most one fen
 * is left over: it goes to the larger remainder, on a tie to level 1.
 */
function firstShare(wanted1: Fen, wanted2: Fen, cap: Fen): Fen {
  const whole = wanted1 + wanted2
  const floor = mulDivFloor(cap, wanted1, whole)
  if (Number.isSafeInteger(cap * whole * 2)) {
    return ((cap * wanted1 - floor * whole) * 2 >= whole ? floor + 1 : floor) as Fen
  }
  const remainder = BigInt(cap) * BigInt(wanted1) - BigInt(floor) * BigInt(whole)
  return (remainder * 2n >= BigInt(whole) ? floor + 1 : floor) as Fen
}
