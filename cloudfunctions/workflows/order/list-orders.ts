// 我的订单: the caller's orders, newest first.
import type { Api } from '@contract/api'
import { buyerActions } from '../../domain/order/order-actions'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { readShop } from '../shop/read-shop'
import { ORDER_FILTERS } from './order-filters'
import { showRow } from './show-order'

export async function listOrders(
  ctx: Context,
  input: Api['mall.listOrders']['parsed'],
): Promise<Api['mall.listOrders']['output']> {
  const where = { buyerId: ctx.caller.memberId, ...ORDER_FILTERS[input.filter] }
  const [shop, page] = await Promise.all([
    readShop(ctx),
    readPage(ctx.store, 'orders', { where, by: 'placedAt', cursor: input.cursor }),
  ])
  const rows = page.rows.map((order) =>
    showRow(order, buyerActions(order, ctx.now, shop.afterSaleDays)),
  )
  return { rows, next: page.next }
}
