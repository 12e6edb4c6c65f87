// Whether a product makes sense as written, and whether it is complete enough to be sold.
import type { Product } from '@contract/model/goods'
import { refuse } from '../../domain/refuse'

type Written = Pick<Product, 'specNames' | 'skus'>

/** One value per spec, no combination and no SKU twice. Refuses with INPUT_INVALID. */
export function insistSpecsFit({ specNames, skus }: Written): void {
  const combinations = new Set(skus.map((sku) => JSON.stringify(sku.specValues)))
  const isFitting = skus.every((sku) => sku.specValues.length === specNames.length)
  const ids = new Set(skus.map((sku) => sku.skuId))
  if (!isFitting || combinations.size !== skus.length || ids.size !== skus.length)
    throw refuse('INPUT_INVALID', { field: 'skus' })
}

/** Refuses with PRODUCT_INCOMPLETE and what is missing, in the words of the page. */
export function insistComplete(product: Pick<Product, 'pictures' | 'skus'>): void {
  if (product.pictures.length === 0) throw refuse('PRODUCT_INCOMPLETE', { field: '商品图片' })
  if (product.skus.some((sku) => sku.priceFen <= 0)) {
    throw refuse('PRODUCT_INCOMPLETE', { field: '价格' })
  }
}
