// 订单管理: the shop's orders, newest first, with what the owner can do with each.
import type { Api } from '@contract/api'
import { ownerActions } from '../../domain/order/order-actions'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { ORDER_FILTERS } from './order-filters'
import { showRow } from './show-order'

export async function listShopOrders(
  ctx: Context,
  { filter, cursor }: Api['owner.listOrders']['parsed'],
): Promise<Api['owner.listOrders']['output']> {
  const where = ORDER_FILTERS[filter]
  const page = await readPage(ctx.store, 'orders', { where, by: 'placedAt', cursor })
  return { rows: page.rows.map((order) => showRow(order, ownerActions(order))), next: page.next }
}
