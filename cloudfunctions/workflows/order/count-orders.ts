// The badges of the 我的 page: how many orders wait for what.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { ORDER_FILTERS } from './order-filters'

export async function countOrders(ctx: Context): Promise<Api['mall.countOrders']['output']> {
  const count = (filter: keyof typeof ORDER_FILTERS) =>
    ctx.store.count('orders', { buyerId: ctx.caller.memberId, ...ORDER_FILTERS[filter] })
  const [toPay, toShip, toReceive, afterSale] = await Promise.all([
    count('to-pay'),
    count('to-ship'),
    count('to-receive'),
    count('after-sale'),
  ])
  return { toPay, toShip, toReceive, afterSale }
}
