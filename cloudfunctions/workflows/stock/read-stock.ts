// Stock as it is now.
import type { Product, Stock } from '@contract/model/goods'
import type { World } from '../../ports/world'

/** By SKU; a SKU without a stock document is left out. */
export async function readStocks(
  world: World,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, Stock>> {
  const stocks = await world.store.getMany('stocks', skuIds)
  return new Map(stocks.map((stock) => [stock._id, stock]))
}

/** Units that can be bought, by product: the SKUs it has now, not those taken out of it. */
export async function availableByProduct(
  world: World,
  products: readonly Product[],
): Promise<ReadonlyMap<string, number>> {
  const skuIds = products.flatMap((product) => product.skus.map((sku) => sku.skuId))
  const stocks = await readStocks(world, skuIds)
  const unitsOf = (product: Product) =>
    product.skus.reduce((sum, sku) => sum + (stocks.get(sku.skuId)?.available ?? 0), 0)
  return new Map(products.map((product) => [product._id, unitsOf(product)]))
}
