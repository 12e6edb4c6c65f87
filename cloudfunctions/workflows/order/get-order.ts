// 订单详情: one of the caller's orders.
import type { Api } from '@contract/api'
import { buyerActions } from '../../domain/order/order-actions'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { findOwnOrder } from './find-order'
import { showOrder } from './show-order'

/** Refuses with ORDER_UNKNOWN. */
export async function getOrder(
  ctx: Context,
  { orderId }: Api['mall.getOrder']['parsed'],
): Promise<Api['mall.getOrder']['output']> {
  const [order, shop, afterSales] = await Promise.all([
    findOwnOrder(ctx, orderId),
    readShop(ctx),
    ctx.store.find('after_sales', { orderId }, { order: [['appliedAt', 'asc']] }),
  ])
  return showOrder(order, buyerActions(order, ctx.now, shop.afterSaleDays), afterSales)
}
