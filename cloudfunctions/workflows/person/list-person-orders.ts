// 记在他名下的订单: paid orders that named this distributor when they were placed, the latest paid first.
import type { Api } from '@contract/api'
import { ownerActions } from '../../domain/order/order-actions'
import type { Context } from '../../ports/world'
import { showRow } from '../order/show-order'
import { readPage } from '../read-page'

export async function listPersonOrders(
  ctx: Context,
  { distributorId, cursor }: Api['owner.listPersonOrders']['parsed'],
): Promise<Api['owner.listPersonOrders']['output']> {
  const where = { 'attribution.distributorId': distributorId, paidAt: { gt: 0 } }
  const page = await readPage(ctx.store, 'orders', { where, by: 'paidAt', cursor })
  return { rows: page.rows.map((order) => showRow(order, ownerActions(order))), next: page.next }
}
