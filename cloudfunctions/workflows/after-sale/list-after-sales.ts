// 我的售后: the caller's after-sales, newest first.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { showAfterSale } from './show-after-sale'

export async function listAfterSales(
  ctx: Context,
  { cursor }: Api['mall.listAfterSales']['parsed'],
): Promise<Api['mall.listAfterSales']['output']> {
  const where = { buyerId: ctx.caller.memberId }
  const page = await readPage(ctx.store, 'after_sales', { where, by: 'appliedAt', cursor })
  return { rows: page.rows.map(showAfterSale), next: page.next }
}
