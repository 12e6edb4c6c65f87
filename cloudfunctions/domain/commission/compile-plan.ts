// Turns a plan's rules into look-ups once, so that each order line costs a few map reads.
import type { LevelRates, PlanRules, RuleScope } from '@contract/model/distribution'
import { compareCodePoints } from '../text/compare-code-points'
import { parseMoment } from '../text/parse-moment'
import { assert } from '../assert'

/** A rule as it is matched: its rates per level, level 2 being 0 where the plan names one level. */
export interface MatchedRule {
  readonly scope: RuleScope
  readonly id: string | null
  /** `campaign:K1`, `sku:S1`, `product:P2`, `category:C1` or `plan`. */
  readonly name: string
  readonly rate1Bps: number
  readonly rate2Bps: number
}

export interface CampaignRule {
  readonly rule: MatchedRule
  readonly fromAt: number
  readonly toAt: number
}

export interface TierBonus {
  readonly bonus1Bps: number
  readonly bonus2Bps: number
}

export interface CompiledPlan {
  readonly rules: PlanRules
  readonly capBps: number
  /** By product; the one that wins first: latest `from`, then smallest id. */
  readonly campaigns: ReadonlyMap<string, readonly CampaignRule[]>
  readonly bySku: ReadonlyMap<string, MatchedRule>
  readonly byProduct: ReadonlyMap<string, MatchedRule>
  readonly byCategory: ReadonlyMap<string, MatchedRule>
  readonly plan: MatchedRule
  readonly bonusByTier: ReadonlyMap<string, TierBonus>
}

/** The rules must have come through `parsePlan`: an unreadable campaign moment is a bug here. */
export function compilePlan(rules: PlanRules): CompiledPlan {
  const campaigns = new Map<string, CampaignRule[]>()
  const bySku = new Map<string, MatchedRule>()
  const byProduct = new Map<string, MatchedRule>()
  const byCategory = new Map<string, MatchedRule>()
  const mapOf = { sku: bySku, product: byProduct, category: byCategory }
  for (const override of rules.overrides) {
    const rule = matchedRule(override.scope, override.id, override.rateBps)
    if (override.scope !== 'campaign') {
      mapOf[override.scope].set(override.id, rule)
      continue
    }
    const campaign = { rule, fromAt: momentOf(override.from), toAt: momentOf(override.to) }
    for (const productId of new Set(override.productIds)) {
      campaigns.set(productId, [...(campaigns.get(productId) ?? []), campaign])
    }
  }
  for (const rows of campaigns.values()) rows.sort(compareCampaigns)
  const bonusByTier = new Map<string, TierBonus>()
  for (const [tier, [bonus1Bps, bonus2Bps = 0]] of Object.entries(rules.tierBonusBps)) {
    bonusByTier.set(tier, { bonus1Bps, bonus2Bps })
  }
  const plan = matchedRule('plan', null, rules.rateBps)
  const { capBps } = rules
  return { rules, capBps, campaigns, bySku, byProduct, byCategory, plan, bonusByTier }
}

function matchedRule(scope: RuleScope, id: string | null, rates: LevelRates): MatchedRule {
  const [rate1Bps, rate2Bps = 0] = rates
  return { scope, id, name: id === null ? scope : `${scope}:${id}`, rate1Bps, rate2Bps }
}

function compareCampaigns(a: CampaignRule, b: CampaignRule): number {
  return b.fromAt - a.fromAt || compareCodePoints(a.rule.id ?? '', b.rule.id ?? '')
}

function momentOf(text: string): number {
  const at = parseMoment(text)
  assert(at !== null, `a stored plan has no moment: ${text}`)
  return at
}
