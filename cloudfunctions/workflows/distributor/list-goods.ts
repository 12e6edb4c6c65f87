// 推广商品: what a distributor can share, with what each earns them.
import type { Api } from '@contract/api'
import { assert } from '../../domain/assert'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { earnerOf } from '../catalogue/read-earner'
import { showProducts } from '../catalogue/show-products'
import { readPage } from '../read-page'
import { readShop } from '../shop/read-shop'
import { insistNotLeft } from './insist-active'
import { readByEarning } from './read-by-earning'

type Input = Api['distributor.listGoods']['parsed']

const SIZE = 20
const ORDERS = { sold: 'soldCount', new: 'createdAt' } as const

/** Refuses SHOP_NOT_OPEN, DISTRIBUTOR_NOT_ACTIVE for whoever left, and INPUT_INVALID for a cursor it did not make. */
export async function listGoods(
  ctx: Context,
  { sort, keyword = '', cursor }: Input,
): Promise<Api['distributor.listGoods']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  insistNotLeft(ctx)
  const shop = await readShop(ctx)
  // Somebody frozen may look, but nothing they share pays.
  const earner = distributor.status === 'active' ? await earnerOf(ctx, shop, distributor) : null
  const page = await (async () => {
    if (sort === 'earn') return cut(await readByEarning(ctx, earner, keyword), cursor)
    const where = { isOnShelf: true, ...(keyword ? { title: { contains: keyword } } : {}) }
    return readPage(ctx.store, 'products', { where, by: ORDERS[sort], size: SIZE, cursor })
  })()
  return { rows: await showProducts(ctx, page.rows, earner), next: page.next }
}

/** A page of a list that is sorted anew each time: the cursor is how many were shown. */
function cut<Row>(rows: readonly Row[], cursor: string | undefined) {
  if (cursor !== undefined && !/^\d{1,4}$/.test(cursor)) {
    throw refuse('INPUT_INVALID', { field: 'cursor' })
  }
  const end = Number(cursor ?? 0) + SIZE
  return { rows: rows.slice(end - SIZE, end), next: end < rows.length ? String(end) : null }
}
