// 检查方案: takes a draft through the compliance guard; what it says of itself is never believed.
import type { CommissionPlan } from '@contract/model/distribution'
import type { HeadcountTier } from '../compliance/china-rules'
import { guardPlan } from '../compliance/guard-plan'
import { refuse } from '../refuse'
import { parsePlan } from './parse-plan'
import { assertPlanMove, isPlanOpen } from './plan-lifecycle'

/**
 * The plan with rules that have just passed: `validated`, or as it was when it was further. Refuses COMPLIANCE_*,
 * PLAN_INVALID `{ field }`, and PLAN_NOT_DRAFT once it is published.
 */
export function validatePlan(
  plan: CommissionPlan,
  now: number,
  headcounts: readonly HeadcountTier[] = [],
): CommissionPlan {
  if (!isPlanOpen(plan.status)) throw refuse('PLAN_NOT_DRAFT')
  const rules = parsePlan(plan.rules)
  guardPlan({ ...rules }, headcounts)
  if (plan.status !== 'draft') return { ...plan, rules }
  assertPlanMove(plan.status, 'validated')
  return { ...plan, rules, status: 'validated', validatedAt: now }
}
