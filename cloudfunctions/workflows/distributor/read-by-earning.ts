// Products on the shelf by what one unit earns whoever shares it, the most first.
import { PROMOTED } from '@contract/api/promotion'
import type { Product } from '@contract/model/goods'
import type { Context } from '../../ports/world'
import type { Earner } from '../catalogue/read-earner'

/**
 * Of the best-selling products only, one read: what earns most among thousands that nobody buys helps nobody. Equal
 * earnings go by sales. Sold-out products stay: they come back.
 */
export async function readByEarning(
  ctx: Context,
  earner: Earner | null,
  keyword: string,
): Promise<readonly Product[]> {
  const where = { isOnShelf: true, ...(keyword ? { title: { contains: keyword } } : {}) }
  const products = await ctx.store.find('products', where, {
    order: [['soldCount', 'desc']],
    limit: PROMOTED,
  })
  if (!earner) return products
  const earned = new Map(products.map((product) => [product._id, earner(product).minFen]))
  const of = (product: Product) => earned.get(product._id) ?? 0
  return [...products].sort((a, b) => of(b) - of(a) || b.soldCount - a.soldCount)
}
