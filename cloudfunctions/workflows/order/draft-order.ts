// What an order would be if it were placed now: lines as the shop sells them, priced by the server.
import type { Product, Sku } from '@contract/model/goods'
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { priceOrder, type LineToPrice, type PricedOrder } from '../../domain/order/price-order'
import { refuse } from '../../domain/refuse'
import { memberOffOf } from '../../domain/tier/member-price'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { World } from '../../ports/world'

interface AskedLine {
  readonly skuId: string
  readonly productId: string
  readonly quantity: number
}

/**
 * Prices lines with one read of their products. The same SKU asked for twice becomes one line, so that a line and
 * its stock are one to one. A buyer who distributes pays their tier's member price. Refuses with SKU_UNKNOWN or
 * PRODUCT_OFF_SHELF.
 */
export async function draftOrder(
  world: World,
  shop: Shop,
  asked: readonly AskedLine[],
  buyer: Promise<Distributor | null>,
): Promise<PricedOrder> {
  const merged = mergeLines(asked)
  const [products, distributor] = await Promise.all([
    world.store.getMany(
      'products',
      merged.map((line) => line.productId),
    ),
    buyer,
  ])
  const productById = new Map(products.map((product) => [product._id, product]))
  const lines = merged.map((line) => lineToPrice(line, productById.get(line.productId)))
  const memberOffBps = memberOffOf(termsOf(shop), distributor)
  return priceOrder({ lines, shipping: shop.shipping, memberOffBps })
}

function mergeLines(asked: readonly AskedLine[]): AskedLine[] {
  const merged = new Map<string, AskedLine>()
  for (const line of asked) {
    const quantity = (merged.get(line.skuId)?.quantity ?? 0) + line.quantity
    merged.set(line.skuId, { ...line, quantity })
  }
  return [...merged.values()]
}

function lineToPrice(line: AskedLine, product: Product | undefined): LineToPrice {
  const sku = product?.skus.find((candidate) => candidate.skuId === line.skuId)
  if (!product || !sku) throw refuse('SKU_UNKNOWN')
  if (!product.isOnShelf) throw refuse('PRODUCT_OFF_SHELF', { title: product.title })
  return {
    skuId: sku.skuId,
    productId: product._id,
    categoryId: product.categoryId,
    title: product.title,
    specText: specText(sku),
    picture: product.pictures[0] ?? '',
    unitPriceFen: sku.priceFen,
    quantity: line.quantity,
  }
}

function specText(sku: Sku): string {
  return sku.specValues.join(' · ')
}
