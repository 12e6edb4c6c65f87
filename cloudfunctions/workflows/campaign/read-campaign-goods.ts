// The products of a campaign in the order its owner gave them.
import type { Campaign } from '@contract/model/campaign'
import type { Product } from '@contract/model/goods'
import type { World } from '../../ports/world'

/** Products that are no longer there are left out. */
export async function readCampaignGoods(
  world: World,
  { productIds }: Pick<Campaign, 'productIds'>,
): Promise<Product[]> {
  const found = await world.store.getMany('products', productIds)
  const byId = new Map(found.map((product) => [product._id, product]))
  return productIds.flatMap((id) => byId.get(id) ?? [])
}
