// Products on the shelf by word, category or tag. The word is looked for in titles.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { readShop } from '../shop/read-shop'
import { readEarner } from './read-earner'
import { showProducts } from './show-products'

type Input = Api['mall.searchProducts']['parsed']

const ORDERS = {
  sold: { by: 'soldCount', direction: 'desc' },
  new: { by: 'createdAt', direction: 'desc' },
  'price-up': { by: 'fromPriceFen', direction: 'asc' },
  'price-down': { by: 'fromPriceFen', direction: 'desc' },
} as const satisfies Record<Input['sort'], object>

/** Refuses with SHOP_NOT_OPEN. */
export async function searchProducts(
  ctx: Context,
  input: Input,
): Promise<Api['mall.searchProducts']['output']> {
  const where = {
    isOnShelf: true,
    ...(input.keyword ? { title: { contains: input.keyword } } : {}),
    ...(input.categoryId ? { categoryId: input.categoryId } : {}),
    ...(input.tag ? { tags: input.tag } : {}),
  }
  const shop = await readShop(ctx)
  const [page, earner] = await Promise.all([
    readPage(ctx.store, 'products', { where, ...ORDERS[input.sort], cursor: input.cursor }),
    readEarner(ctx, shop),
  ])
  return { rows: await showProducts(ctx, page.rows, earner), next: page.next }
}
