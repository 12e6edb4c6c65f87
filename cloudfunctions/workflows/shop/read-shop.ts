// The shop's settings: read anew each time, because its owner may just have changed them.
import type { Shop } from '@contract/model/shop'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'

/** The settings, or null while nobody has claimed the shop. */
export function findShop(world: World): Promise<Shop | null> {
  return world.store.get('settings', 'shop')
}

/** The settings; refuses with SHOP_NOT_OPEN while nobody has claimed the shop. */
export async function readShop(world: World): Promise<Shop> {
  const shop = await findShop(world)
  if (!shop) throw refuse('SHOP_NOT_OPEN')
  return shop
}
