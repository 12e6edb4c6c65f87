// Which rule pays a line: campaign → sku → product → category → plan; the first match wins and is named.
import type { RuleScope } from '@contract/model/distribution'
import type { CompiledPlan, MatchedRule } from './compile-plan'

const SCOPES: readonly RuleScope[] = ['campaign', 'sku', 'product', 'category', 'plan']

export interface RuleSubject {
  readonly skuId: string
  readonly productId: string
  readonly categoryId: string
}

/** `at` is the moment of payment (ms): a campaign holds from `from` up to but not including `to`. */
export function findRule(plan: CompiledPlan, subject: RuleSubject, at: number): MatchedRule {
  return (
    findCampaign(plan, subject.productId, at) ??
    plan.bySku.get(subject.skuId) ??
    plan.byProduct.get(subject.productId) ??
    plan.byCategory.get(subject.categoryId) ??
    plan.plan
  )
}

/** The scopes that were looked at before the one that matched. */
export function skippedBefore(scope: RuleScope): RuleScope[] {
  return SCOPES.slice(0, SCOPES.indexOf(scope))
}

function findCampaign(plan: CompiledPlan, productId: string, at: number): MatchedRule | undefined {
  const campaigns = plan.campaigns.get(productId)
  if (campaigns === undefined) return undefined
  for (const campaign of campaigns) {
    if (campaign.fromAt <= at && at < campaign.toAt) return campaign.rule
  }
  return undefined
}
