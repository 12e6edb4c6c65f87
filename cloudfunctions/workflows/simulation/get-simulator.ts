// 试算: what can be simulated, and what was simulated lately.
import type { Api } from '@contract/api'
import { dateOf } from '@contract/time'
import { planInForce, plansToCome } from '../../domain/commission/plan-schedule'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { showProgress } from './show-simulation'

const RECENT = 5
const OPEN = ['draft', 'validated', 'simulated']

export async function getSimulator(ctx: Context): Promise<Api['owner.getSimulator']['output']> {
  const [shop, drafts, simulations] = await Promise.all([
    readShop(ctx),
    ctx.store.find('plans', { status: { in: OPEN } }, { order: [['createdAt', 'desc']], limit: 1 }),
    ctx.store.find('simulations', {}, { order: [['startedAt', 'desc']], limit: RECENT }),
  ])
  const current = planInForce(shop.plans, ctx.now)
  return {
    today: dateOf(ctx.now),
    plans: [
      ...drafts.map(({ _id, rules }) => {
        return { id: _id, version: rules.version, kind: 'draft' as const }
      }),
      ...plansToCome(shop.plans, ctx.now).map(({ planId, version }) => {
        return { id: planId, version, kind: 'scheduled' as const }
      }),
      ...(current
        ? [{ id: current.planId, version: current.version, kind: 'in-force' as const }]
        : []),
    ],
    recent: simulations.map((simulation) => {
      const { planId, rules, from, to, budgetBps, floorBps, startedAt, status } = simulation
      const isDone = status === 'done'
      const { draftFen, realFen } = simulation.compared
      return {
        ...showProgress(simulation),
        ...{ planId, version: rules.version, from, to, budgetBps, floorBps, startedAt },
        draftFen: isDone ? draftFen : null,
        realFen: isDone ? realFen : null,
      }
    }),
  }
}
