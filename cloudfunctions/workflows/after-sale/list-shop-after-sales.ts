// 售后管理: the shop's after-sales; without a status, those that wait for the owner come first.
import type { Api } from '@contract/api'
import { AFTER_SALE_STATUSES, type AfterSaleStatus } from '@contract/model/order'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { showAfterSale, type AfterSaleView } from './show-after-sale'

/** What only the owner can move on. */
export const WAITING: readonly AfterSaleStatus[] = ['applied', 'returning']
const OTHERS = AFTER_SALE_STATUSES.filter((status) => !WAITING.includes(status))
/** Marks cursors of the second part of the list. */
const REST = 'rest'

type Output = Api['owner.listAfterSales']['output']

/** The list of all is two lists after one another: a page may hold the end of the one and the start of the other. */
export async function listShopAfterSales(
  ctx: Context,
  { status, cursor }: Api['owner.listAfterSales']['parsed'],
): Promise<Output> {
  if (status) return readSome(ctx, [status], cursor)
  if (cursor?.startsWith(REST)) return readRest(ctx, cursor.slice(REST.length))
  const waiting = await readSome(ctx, WAITING, cursor)
  if (waiting.next !== null) return waiting
  const rest = await readRest(ctx, '')
  return { rows: [...waiting.rows, ...rest.rows], next: rest.next }
}

async function readRest(ctx: Context, cursor: string): Promise<Output> {
  const { rows, next } = await readSome(ctx, OTHERS, cursor || undefined)
  return { rows, next: next && REST + next }
}

async function readSome(
  ctx: Context,
  statuses: readonly AfterSaleStatus[],
  cursor: string | undefined,
): Promise<{ rows: AfterSaleView[]; next: string | null }> {
  const where = { status: { in: statuses } }
  const page = await readPage(ctx.store, 'after_sales', { where, by: 'appliedAt', cursor })
  return { rows: page.rows.map(showAfterSale), next: page.next }
}
