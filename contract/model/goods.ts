// Goods: categories, products with their SKUs, and stock.
import type { Fen } from '../money'

export const PRODUCT_TAGS = ['hot', 'special', 'new'] as const
export type ProductTag = (typeof PRODUCT_TAGS)[number]

export interface Category {
  readonly _id: string
  readonly name: string
  readonly picture: string
  readonly sort: number
}

/** One sellable combination of specs. Its stock is a document of its own. */
export interface Sku {
  readonly skuId: string
  /** One value per spec of the product, in the same order; empty when there is just one SKU. */
  readonly specValues: readonly string[]
  readonly priceFen: Fen
  /** The struck-through price; null when there is none. */
  readonly marketPriceFen: Fen | null
  /** What one unit costs the shop, for margins; absent or null while the owner has not said. No shopper sees it. */
  readonly costFen?: Fen | null
}

export interface Product {
  readonly _id: string
  readonly title: string
  readonly subtitle: string
  readonly description: string
  readonly categoryId: string
  /** Addresses of pictures: cloud:// file ids or https URLs; the first is the cover. */
  readonly pictures: readonly string[]
  readonly tags: readonly ProductTag[]
  /** Names of the specs (`规格`, `克重`); empty when there is just one SKU. */
  readonly specNames: readonly string[]
  readonly skus: readonly Sku[]
  /** The lowest SKU price, kept for sorting. */
  readonly fromPriceFen: Fen
  readonly isOnShelf: boolean
  readonly soldCount: number
  readonly createdAt: number
  readonly updatedAt: number
}

/** Stock of one SKU; `_id` is the SKU's id. Changed by conditional single-document updates keyed by the order. */
export interface Stock {
  readonly _id: string
  readonly productId: string
  readonly available: number
  /** Units promised to unpaid or unshipped orders, by order id. */
  readonly held: Readonly<Record<string, number>>
  /** When each promise was made, by order id: one without an order is given back after a while. */
  readonly heldAt: Readonly<Record<string, number>>
  /** Units that ever left the house. */
  readonly sold: number
  /** Units that came back lately, by after-sale id. */
  readonly returned: Readonly<Record<string, number>>
  /** Units that came back before those; absent before the first. */
  readonly returnedBefore?: number
}

export interface CartLine {
  readonly skuId: string
  readonly productId: string
  readonly quantity: number
  readonly isSelected: boolean
  readonly addedAt: number
}

/** A member's cart; `_id` is the member's id. */
export interface Cart {
  readonly _id: string
  readonly lines: readonly CartLine[]
}
