// 商品管理: all products, on and off the shelf, the newest first.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { availableByProduct } from '../stock/read-stock'

const SHELVES = { all: {}, on: { isOnShelf: true }, off: { isOnShelf: false } } as const

export async function listGoods(
  ctx: Context,
  { shelf, keyword, cursor }: Api['owner.listProducts']['parsed'],
): Promise<Api['owner.listProducts']['output']> {
  const where = { ...SHELVES[shelf], ...(keyword ? { title: { contains: keyword } } : {}) }
  const page = await readPage(ctx.store, 'products', { where, by: 'createdAt', cursor })
  const available = await availableByProduct(ctx, page.rows)
  const rows = page.rows.map((product) => ({
    id: product._id,
    title: product.title,
    picture: product.pictures[0] ?? '',
    fromPriceFen: product.fromPriceFen,
    stock: available.get(product._id) ?? 0,
    soldCount: product.soldCount,
    isOnShelf: product.isOnShelf,
  }))
  return { rows, next: page.next }
}
