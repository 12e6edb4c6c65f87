// 试算 ends: margins by what goods cost today, and the draft that was simulated is marked so, if it still says the same.
import type { Sku } from '@contract/model/goods'
import type { Simulation } from '@contract/model/simulation'
import { canMovePlan } from '../../domain/commission/plan-lifecycle'
import { sameRules } from '../../domain/commission/same-rules'
import { judgeMargins } from '../../domain/simulation/judge-margins'
import type { Transaction } from '../../ports/store'
import type { World } from '../../ports/world'

/** As it is stored now; null when somebody else was quicker: `step` is where it must still be. */
export async function finishSimulation(
  world: World,
  simulation: Simulation,
  step: number,
): Promise<Simulation | null> {
  const { bySku, orders } = simulation.compared
  const productIds = [...new Set(bySku.map((row) => row.productId))]
  const products = await world.store.getMany('products', productIds)
  const costs = new Map<string, Sku['costFen']>()
  for (const { skus } of products) for (const sku of skus) costs.set(sku.skuId, sku.costFen)
  const done: Simulation = {
    ...simulation,
    status: 'done',
    ordersTotal: orders,
    margins: judgeMargins(bySku, costs),
    finishedAt: world.now,
  }
  return world.store.transaction(async (tx) => {
    const stored = await tx.get('simulations', simulation._id)
    if (stored?.status !== 'running' || stored.step !== step) return null
    await tx.put('simulations', done)
    await markPlan(tx, done)
    return done
  })
}

/** A draft that was changed meanwhile, or waits to be checked again, stays what it is. */
async function markPlan(tx: Transaction, { _id, planId, rules }: Simulation): Promise<void> {
  const plan = await tx.get('plans', planId)
  if (!plan || !sameRules(plan.rules, rules)) return
  if (plan.status !== 'simulated') {
    if (!canMovePlan(plan.status, 'simulated')) return
    await tx.update('plans', planId, { set: { status: 'simulated', simulationId: _id } })
    return
  }
  await tx.update('plans', planId, { set: { simulationId: _id } })
}
