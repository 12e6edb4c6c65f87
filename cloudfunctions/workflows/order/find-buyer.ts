// The caller as somebody who may have a member price.
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { hasMemberPrices } from '../../domain/tier/member-price'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Context } from '../../ports/world'

/** The buyer as a distributor; asked only where some tier has a member price. */
export async function findBuyer(ctx: Context, shop: Shop): Promise<Distributor | null> {
  if (!hasMemberPrices(termsOf(shop))) return null
  return ctx.store.get('distributors', distributorIdOf(ctx.caller.memberId))
}
