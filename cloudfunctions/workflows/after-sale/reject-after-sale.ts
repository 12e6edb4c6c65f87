// 驳回: turns an after-sale down, with a reason the buyer reads.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { endAfterSale } from './end-after-sale'

/** Refuses with AFTER_SALE_UNKNOWN, AFTER_SALE_MOVED_ON, or OWN_CASE (the caller is the buyer). */
export async function rejectAfterSale(
  ctx: Context,
  { afterSaleId, reason }: Api['owner.rejectAfterSale']['parsed'],
): Promise<Api['owner.rejectAfterSale']['output']> {
  const afterSale = await ctx.store.get('after_sales', afterSaleId)
  if (!afterSale) throw refuse('AFTER_SALE_UNKNOWN')
  const { memberId } = ctx.caller
  if (afterSale.buyerId === memberId) throw refuse('OWN_CASE')
  await endAfterSale(ctx, afterSale, {
    status: 'rejected',
    decidedBy: memberId,
    decidedAt: ctx.now,
    rejectReason: reason,
  })
  return {}
}
