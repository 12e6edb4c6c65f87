// 我的等级: what the caller has reached, what is missing, and what every tier asks for and brings.
import type { Api } from '@contract/api'
import { assert } from '../../domain/assert'
import { showCredit } from '../../domain/credit/show-credit'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import { listChangesOf, showStanding } from './show-standing'
import { showTiers } from './show-tiers'

export async function getOwnTier(ctx: Context): Promise<Api['distributor.getTier']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const shop = await readShop(ctx)
  const terms = termsOf(shop)
  const [standing, tiers] = await Promise.all([
    showStanding(ctx, terms, distributor),
    showTiers(ctx, shop, terms),
  ])
  const credit = showCredit(distributor)
  return { ...standing, tiers, keepPolicy: { ...terms.keep }, credit }
}

/** The caller's own history. */
export function listOwnTierChanges(
  ctx: Context,
  { cursor }: Api['distributor.listTierChanges']['parsed'],
): Promise<Api['distributor.listTierChanges']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  return listChangesOf(ctx, distributor._id, cursor)
}
