// 上架/下架: puts a product on the shelf or takes it off.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { insistComplete } from './check-goods'

/** In one transaction with the look at the product. Refuses with NOT_FOUND or PRODUCT_INCOMPLETE. */
export async function shelveProduct(
  ctx: Context,
  { productId, isOnShelf }: Api['owner.shelveProduct']['parsed'],
): Promise<Api['owner.shelveProduct']['output']> {
  await ctx.store.transaction(async (tx) => {
    const product = await tx.get('products', productId)
    if (!product) throw refuse('NOT_FOUND')
    if (isOnShelf) insistComplete(product)
    await tx.update('products', productId, { set: { isOnShelf, updatedAt: ctx.now } })
  })
  return {}
}
