// 销量: sets products' sold counts to what their SKUs' stock says has left the house.
import type { World } from '../../ports/world'

/** Set, never added to: running it again changes nothing. */
export async function countSold(world: World, productIds: readonly string[]): Promise<void> {
  for (const productId of productIds) {
    const { sold } = await world.store.sum('stocks', { productId }, ['sold'])
    await world.store.updateIf('products', productId, {}, { set: { soldCount: sold ?? 0 } })
  }
}
