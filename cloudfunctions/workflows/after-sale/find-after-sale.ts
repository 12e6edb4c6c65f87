// One after-sale of the caller. Other people's are unknown, not forbidden.
import type { AfterSale } from '@contract/model/order'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** Refuses with AFTER_SALE_UNKNOWN. */
export async function findOwnAfterSale(ctx: Context, afterSaleId: string): Promise<AfterSale> {
  const afterSale = await ctx.store.get('after_sales', afterSaleId)
  if (afterSale?.buyerId !== ctx.caller.memberId) throw refuse('AFTER_SALE_UNKNOWN')
  return afterSale
}
