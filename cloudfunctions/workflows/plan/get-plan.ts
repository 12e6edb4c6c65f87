// 佣金方案: the plan in force, those to come, the draft, what came before, and what overrides can point at.
import type { Api } from '@contract/api'
import type { CommissionPlan, RuleScope } from '@contract/model/distribution'
import { planInForce, plansToCome } from '../../domain/commission/plan-schedule'
import { warnOverCap } from '../../domain/commission/warn-over-cap'
import type { Context } from '../../ports/world'
import { nameCampaigns } from '../campaign/name-campaigns'
import { readShop } from '../shop/read-shop'
import { nameSkus } from './name-skus'
import { showPlan } from './show-plan'

const HISTORY = 50
const CHOICES = 500
const OPEN = ['draft', 'validated', 'simulated']

export async function getPlan(ctx: Context): Promise<Api['owner.getPlan']['output']> {
  const shop = await readShop(ctx)
  const newest = { order: [['createdAt', 'desc']], limit: HISTORY } as const
  const [open, closed, products, categories] = await Promise.all([
    ctx.store.find('plans', { status: { in: OPEN } }, newest),
    ctx.store.find('plans', { status: { in: ['published', 'superseded', 'withdrawn'] } }, newest),
    ctx.store.find('products', {}, { order: [['createdAt', 'desc']], limit: CHOICES }),
    ctx.store.find('categories', {}, { order: [['sort', 'asc']], limit: CHOICES }),
  ])
  const termId = planInForce(shop.plans, ctx.now)?.planId
  const planNamed = (id: string) => closed.find((plan) => plan._id === id)
  const inForce = termId === undefined ? undefined : planNamed(termId)
  const scheduled = plansToCome(shop.plans, ctx.now).flatMap(
    ({ planId }) => planNamed(planId) ?? [],
  )
  const current = new Set([inForce, ...scheduled])
  const history = closed.filter((plan) => !current.has(plan)).map(asOver)
  const [draft] = open
  const shown = [...history, ...scheduled, ...(inForce ? [inForce] : []), ...(draft ? [draft] : [])]
  return {
    inForce: inForce ? showPlan(inForce) : null,
    scheduled: scheduled.map(showPlan),
    draft: draft ? showPlan(draft) : null,
    draftWarnings: draft ? [...warnOverCap(draft.rules)] : [],
    history: history.map(showPlan),
    products: products.map(({ _id, title }) => ({ id: _id, title })),
    categories: categories.map(({ _id, name }) => ({ id: _id, name })),
    skus: await nameSkus(ctx, idsIn(shown, 'sku'), products),
    campaigns: await nameCampaigns(ctx, idsIn(shown, 'campaign')),
  }
}

/** The timer marks a plan superseded within a minute of the next one's beginning; it is so at once. */
function asOver(plan: CommissionPlan): CommissionPlan {
  return plan.status === 'published' ? { ...plan, status: 'superseded' } : plan
}

function idsIn(plans: readonly CommissionPlan[], wanted: RuleScope): string[] {
  return plans.flatMap(({ rules }) =>
    rules.overrides.flatMap(({ scope, id }) => (scope === wanted ? [id] : [])),
  )
}
