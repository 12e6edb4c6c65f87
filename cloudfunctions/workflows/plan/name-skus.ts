// What SKUs are called: their product and their spec values, also when the product is no longer at hand.
import type { Product } from '@contract/model/goods'
import type { World } from '../../ports/world'

export interface NamedSku {
  readonly id: string
  /** `明前龙井 50 克` */
  readonly name: string
}

/** Ids that no stock and no product knows are left out. Two more reads at most, none when `known` has them all. */
export async function nameSkus(
  world: World,
  skuIds: readonly string[],
  known: readonly Product[],
): Promise<NamedSku[]> {
  const wanted = new Set(skuIds)
  const found = namesIn(known, wanted)
  const missing = [...wanted].filter((id) => !found.has(id))
  if (missing.length > 0) {
    const stocks = await world.store.getMany('stocks', missing)
    const productIds = [...new Set(stocks.map((stock) => stock.productId))]
    const products = await world.store.getMany('products', productIds)
    for (const [id, name] of namesIn(products, wanted)) found.set(id, name)
  }
  return [...found].map(([id, name]) => ({ id, name }))
}

function namesIn(products: readonly Product[], wanted: ReadonlySet<string>): Map<string, string> {
  const names = new Map<string, string>()
  for (const { title, skus } of products) {
    for (const { skuId, specValues } of skus) {
      if (wanted.has(skuId)) names.set(skuId, [title, ...specValues].join(' '))
    }
  }
  return names
}
