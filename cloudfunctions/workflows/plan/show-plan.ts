// A plan as the owner's page shows it.
import type { Api } from '@contract/api'
import type { CommissionPlan } from '@contract/model/distribution'

export type PlanView = NonNullable<Api['owner.getPlan']['output']['inForce']>

export function showPlan(plan: CommissionPlan): PlanView {
  const { rules } = plan
  const bonuses = Object.entries(rules.tierBonusBps).map(([tier, rates]) => [tier, [...rates]])
  return {
    id: plan._id,
    status: plan.status,
    rules: {
      ...rules,
      rateBps: [...rules.rateBps],
      tierBonusBps: Object.fromEntries(bonuses) as PlanView['rules']['tierBonusBps'],
      overrides: rules.overrides.map((override) =>
        override.scope === 'campaign'
          ? { ...override, productIds: [...override.productIds], rateBps: [...override.rateBps] }
          : { ...override, rateBps: [...override.rateBps] },
      ),
    },
    createdAt: plan.createdAt,
    validatedAt: plan.validatedAt,
    simulationId: plan.simulationId,
    publishedAt: plan.publishedAt,
    effectiveAt: plan.effectiveAt,
  }
}
