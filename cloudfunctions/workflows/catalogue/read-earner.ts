// 分享赚: what sharing pays this caller, if they are an active distributor; computed by the arithmetic that pays it.
import type { Product } from '@contract/model/goods'
import type { CommissionPlan } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { compilePlan, type CompiledPlan } from '../../domain/commission/compile-plan'
import { previewEarning, type EarnPreview } from '../../domain/commission/preview-earning'
import type { Context, World } from '../../ports/world'
import { readPlanInForce } from '../plan/read-plan'

/** Says what one unit of a product pays its sharer at the price a friend pays. */
export type Earner = (product: Product) => EarnPreview

// A published plan never changes: what was compiled once serves as long as the instance keeps the plan.
const compiled = new WeakMap<CommissionPlan, CompiledPlan>()

/** Null for shoppers, for distributors who aren't active, and while no plan is in force. */
export async function readEarner(ctx: Context, shop: Shop): Promise<Earner | null> {
  const distributor = await readActive(ctx)
  return distributor && earnerOf(ctx, shop, distributor)
}

/** The caller as an active distributor; null where they aren't one. */
export async function readActive(ctx: Context): Promise<Distributor | null> {
  const id = distributorIdOf(ctx.caller.memberId)
  const distributor = ctx.caller.distributor ?? (await ctx.store.get('distributors', id))
  return distributor?.status === 'active' ? distributor : null
}

/** The same for a known active distributor; null while no plan is in force. */
export async function earnerOf(
  world: World,
  shop: Shop,
  distributor: Distributor,
): Promise<Earner | null> {
  const stored = await readPlanInForce(world, shop)
  if (!stored) return null
  const plan = compiled.get(stored) ?? compilePlan(stored.rules)
  compiled.set(stored, plan)
  const inviter =
    distributor.inviterId === null
      ? null
      : await world.store.get('distributors', distributor.inviterId)
  const inviterTier = inviter?.status === 'active' ? inviter.tier : null
  return (product) =>
    previewEarning({ plan, at: world.now, tier: distributor.tier, inviterTier, product })
}
