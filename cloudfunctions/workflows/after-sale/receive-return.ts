// 收到退货: returned goods arrived, so stock goes up and the refund starts.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { returnStock } from '../stock/return-stock'
import { grantRefund } from './grant-refund'

/**
 * Stock first, guarded by the after-sale's id: killed in between, the owner presses again and nothing is counted
 * twice. Refuses with AFTER_SALE_UNKNOWN, AFTER_SALE_MOVED_ON, OWN_CASE or TRY_AGAIN.
 */
export async function receiveReturn(
  ctx: Context,
  { afterSaleId }: Api['owner.receiveReturn']['parsed'],
): Promise<Api['owner.receiveReturn']['output']> {
  const afterSale = await ctx.store.get('after_sales', afterSaleId)
  if (!afterSale) throw refuse('AFTER_SALE_UNKNOWN')
  const { memberId } = ctx.caller
  if (afterSale.buyerId === memberId) throw refuse('OWN_CASE')
  const isRepeat = afterSale.status === 'refunding' || afterSale.status === 'refunded'
  const isReturn = afterSale.kind === 'return-and-refund'
  if (!isReturn || !(isRepeat || afterSale.status === 'returning')) {
    throw refuse('AFTER_SALE_MOVED_ON')
  }
  const order = await ctx.store.get('orders', afterSale.orderId)
  if (!order) throw refuse('ORDER_UNKNOWN')
  // Granted before: then all of it was taken in before that.
  if (!isRepeat) await returnStock(ctx, order, afterSale)
  await grantRefund(ctx, afterSale, { by: memberId, from: ['returning'] })
  return {}
}
