// Commission plans by id. Published rules never change, so an instance keeps those it has read.
import type { CommissionPlan } from '@contract/model/distribution'
import type { Shop } from '@contract/model/shop'
import { isPlanOpen } from '../../domain/commission/plan-lifecycle'
import { planInForce } from '../../domain/commission/plan-schedule'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'

const KEPT = 50
const published = new Map<string, CommissionPlan>()

/** One plan; only its rules may be relied on, its status may be older. Refuses PLAN_UNKNOWN. */
export async function readPlan(world: World, planId: string): Promise<CommissionPlan> {
  const kept = published.get(planId)
  if (kept) return kept
  const plan = await world.store.get('plans', planId)
  if (!plan) throw refuse('PLAN_UNKNOWN', { planId })
  if (!isPlanOpen(plan.status)) {
    if (published.size >= KEPT) published.clear()
    published.set(planId, plan)
  }
  return plan
}

/** The plan by which an order placed now is paid; null while none is in force. */
export async function readPlanInForce(
  world: World,
  shop: Pick<Shop, 'plans'>,
): Promise<CommissionPlan | null> {
  const term = planInForce(shop.plans, world.now)
  return term && readPlan(world, term.planId)
}
