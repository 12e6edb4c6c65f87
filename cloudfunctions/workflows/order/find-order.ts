// One order of the caller. Other people's orders are unknown, not forbidden: their ids give nothing away.
import type { Order } from '@contract/model/order'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** Refuses with ORDER_UNKNOWN. */
export async function findOwnOrder(ctx: Context, orderId: string): Promise<Order> {
  const order = await ctx.store.get('orders', orderId)
  if (order?.buyerId !== ctx.caller.memberId) throw refuse('ORDER_UNKNOWN')
  return order
}
