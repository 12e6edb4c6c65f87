// Legal, but worth knowing before publishing: which rule and tier together want more than the cap allows.
import type { PlanRules } from '@contract/model/distribution'
import { compilePlan, type MatchedRule } from './compile-plan'

export interface CapWarning {
  /** `plan`, `campaign:K1` … */
  readonly rule: string
  /** The sharer's tier; '' = a sharer whose tier has no bonus. */
  readonly tier: string
  /** What the sharer and the best paid inviter would get together without the cap. */
  readonly totalBps: number
}

/** In the plan's order, its own rates first; empty when nothing can exceed `capBps`. */
export function warnOverCap(rules: PlanRules): CapWarning[] {
  const plan = compilePlan(rules)
  const matched: MatchedRule[] = [plan.plan, ...rules.overrides.map(asMatched)]
  const highest = Math.max(0, ...[...plan.bonusByTier.values()].map((bonus) => bonus.bonus2Bps))
  const tiers = ['', ...plan.bonusByTier.keys()]
  return matched.flatMap((rule) =>
    tiers
      .map((tier) => ({
        rule: rule.name,
        tier,
        totalBps:
          raise(rule.rate1Bps, plan.bonusByTier.get(tier)?.bonus1Bps ?? 0) +
          raise(rule.rate2Bps, highest),
      }))
      .filter((row) => row.totalBps > rules.capBps),
  )
}

/** A rate of 0 takes no bonus. */
const raise = (rate: number, bonus: number) => (rate === 0 ? 0 : rate + bonus)

function asMatched(override: PlanRules['overrides'][number]): MatchedRule {
  const [rate1Bps, rate2Bps = 0] = override.rateBps
  const { scope, id } = override
  return { scope, id, name: `${scope}:${id}`, rate1Bps, rate2Bps }
}
