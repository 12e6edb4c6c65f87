// One order line under a plan, with nothing explained: the rule that matches it and what it pays to both levels.
import type { Fen, Whole } from '@contract/money'
import type { CompiledPlan, MatchedRule } from './compile-plan'
import { findRule, type RuleSubject } from './find-rule'
import { payOnBase, type PaidOnBase } from './pay-on-base'

export interface LineAmounts<Amount extends Whole = Fen> extends PaidOnBase<Amount> {
  readonly rule: MatchedRule
  /** With the tier bonus; 0 where there is no beneficiary at that level. */
  readonly rate1Bps: number
  readonly rate2Bps: number
}

/**
 * What a line pays at level 1 and 2: the same for paying, previewing and simulating. `at` is the moment of payment
 * (ms); a tier of null says that nobody earns at that level, `''` that the beneficiary has no tier.
 */
export function computeLine<Amount extends Whole = Fen>(
  plan: CompiledPlan,
  line: RuleSubject & { readonly baseFen: Amount },
  at: number,
  tier1: string | null,
  tier2: string | null,
): LineAmounts<Amount> {
  const rule = findRule(plan, line, at)
  const bonus1 = tier1 === null ? 0 : (plan.bonusByTier.get(tier1)?.bonus1Bps ?? 0)
  const bonus2 = tier2 === null ? 0 : (plan.bonusByTier.get(tier2)?.bonus2Bps ?? 0)
  const rate1Bps = tier1 === null ? 0 : withBonus(rule.rate1Bps, bonus1)
  const rate2Bps = tier2 === null ? 0 : withBonus(rule.rate2Bps, bonus2)
  const paid = payOnBase(line.baseFen, { rate1Bps, rate2Bps, capBps: plan.capBps })
  return { rule, rate1Bps, rate2Bps, ...paid }
}

/** A matched rate of 0 stays 0: it takes no tier bonus. */
const withBonus = (rateBps: number, bonusBps: number) => (rateBps === 0 ? 0 : rateBps + bonusBps)
