// 佣金方案: the plan in force, the draft, what came before, and what overrides can point at.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { showPlan } from './show-plan'

const HISTORY = 50
const CHOICES = 500

export async function getPlan(ctx: Context): Promise<Api['owner.getPlan']['output']> {
  const shop = await readShop(ctx)
  const newest = { order: [['createdAt', 'desc']], limit: HISTORY } as const
  const [drafts, inForce, superseded, products, categories] = await Promise.all([
    ctx.store.find('plans', { status: 'draft' }, newest),
    ctx.store.find('plans', { status: 'published' }, newest),
    ctx.store.find('plans', { status: 'superseded' }, newest),
    ctx.store.find('products', {}, { order: [['createdAt', 'desc']], limit: CHOICES }),
    ctx.store.find('categories', {}, { order: [['sort', 'asc']], limit: CHOICES }),
  ])
  const current = inForce.find((plan) => plan._id === shop.plan?.planId)
  return {
    inForce: current ? showPlan(current) : null,
    draft: drafts[0] ? showPlan(drafts[0]) : null,
    history: superseded.map(showPlan),
    products: products.map(({ _id, title }) => ({ id: _id, title })),
    categories: categories.map(({ _id, name }) => ({ id: _id, name })),
  }
}
