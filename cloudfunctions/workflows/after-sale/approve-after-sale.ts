// 同意售后: a refund starts, or the goods are awaited first.
import type { Api } from '@contract/api'
import { statusAfterApproval } from '../../domain/order/after-sale-lifecycle'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { grantRefund } from './grant-refund'

/** Refuses with AFTER_SALE_UNKNOWN, AFTER_SALE_MOVED_ON, OWN_CASE (the caller is the buyer) or TRY_AGAIN. */
export async function approveAfterSale(
  ctx: Context,
  { afterSaleId }: Api['owner.approveAfterSale']['parsed'],
): Promise<Api['owner.approveAfterSale']['output']> {
  const afterSale = await ctx.store.get('after_sales', afterSaleId)
  if (!afterSale) throw refuse('AFTER_SALE_UNKNOWN')
  const { memberId } = ctx.caller
  if (afterSale.buyerId === memberId) throw refuse('OWN_CASE')
  const status = statusAfterApproval(afterSale.kind)
  if (status === 'refunding') {
    await grantRefund(ctx, afterSale, { by: memberId, from: ['applied'] })
    return {}
  }
  if (afterSale.status === status) return {}
  const isApproved = await ctx.store.updateIf(
    'after_sales',
    afterSaleId,
    { status: 'applied' },
    { set: { status, decidedAt: ctx.now, decidedBy: memberId } },
  )
  if (!isApproved) throw refuse('AFTER_SALE_MOVED_ON')
  return {}
}
