// Products as they stand on a shelf, with the stock of now and what sharing them pays.
import type { Api } from '@contract/api'
import type { Product } from '@contract/model/goods'
import type { World } from '../../ports/world'
import { availableByProduct } from '../stock/read-stock'
import type { Earner } from './read-earner'

type ShelfProduct = Api['mall.home']['output']['specials'][number]

/** One stock read for all of them. */
export async function showProducts(
  world: World,
  products: readonly Product[],
  earner: Earner | null,
): Promise<ShelfProduct[]> {
  const available = await availableByProduct(world, products)
  return products.map((product) => ({
    id: product._id,
    title: product.title,
    subtitle: product.subtitle,
    picture: product.pictures[0] ?? '',
    tags: [...product.tags],
    priceFen: product.fromPriceFen,
    marketPriceFen: cheapestOf(product)?.marketPriceFen ?? null,
    soldCount: product.soldCount,
    isSoldOut: (available.get(product._id) ?? 0) <= 0,
    earnFen: earner ? earner(product).minFen : null,
  }))
}

function cheapestOf(product: Product) {
  return product.skus.find((sku) => sku.priceFen === product.fromPriceFen)
}
