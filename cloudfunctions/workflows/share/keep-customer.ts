// A customer who bought stays with their distributor as the policy says under which they were bound.
import type { Order } from '@contract/model/order'
import { attributionAfterPurchase } from '../../domain/attribution/decide-binding'
import { openedPolicy } from '../../domain/attribution/keep-policy'
import type { World } from '../../ports/world'
import { findShop } from '../shop/read-shop'

/** Counts from the payment, so that repeating it changes nothing; nothing either for whoever moved on meanwhile. */
export async function keepCustomer(world: World, order: Order): Promise<void> {
  if (!order.attribution || order.paidAt === null) return
  const attribution = await world.store.get('attributions', order.buyerId)
  const shop = await findShop(world)
  const { distributorId } = order.attribution
  if (!shop || attribution?.distributorId !== distributorId) return
  const { boundAt } = attribution
  const kept = attributionAfterPurchase(attribution, openedPolicy(shop), order.paidAt)
  const set = { expireAt: kept.expireAt, isPurchased: kept.isPurchased }
  await world.store.updateIf('attributions', order.buyerId, { distributorId, boundAt }, { set })
}
