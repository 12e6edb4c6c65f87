// What the owner is working on when the demo begins: a draft for the new year, checked and simulated on past orders.
import { bps } from '@contract/money'
import { addDays, dateOf } from '@contract/time'
import { demoRules } from './open-shop'
import type { Stage } from './stage'

const DAYS = 90

/** A point more for each level; the season's own rate falls away. */
export async function draftNextPlan(stage: Stage): Promise<void> {
  const rules = { ...demoRules('2027-A', [], 50), rateBps: [bps(1300), bps(400)] }
  const { planId } = await stage.call('owner', 'owner.savePlanDraft', { rules })
  await stage.call('owner', 'owner.validatePlan', { planId })
  const to = dateOf(stage.now)
  const { id: simulationId } = await stage.call('owner', 'owner.simulatePlan', {
    planId,
    from: addDays(to, 1 - DAYS),
    to,
    budgetBps: bps(1800),
    floorBps: bps(1200),
  })
  let status = 'running'
  while (status === 'running') {
    const now = await stage.call('owner', 'owner.advanceSimulation', { simulationId })
    status = now.status
  }
}
