// 退货寄回: the buyer tells carrier and tracking number of the returned goods.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { findOwnAfterSale } from './find-after-sale'

/** The number can be mended while the parcel is awaited. Refuses with AFTER_SALE_UNKNOWN or AFTER_SALE_MOVED_ON. */
export async function sendReturnParcel(
  ctx: Context,
  { afterSaleId, carrier, trackingNumber }: Api['mall.sendReturnParcel']['parsed'],
): Promise<Api['mall.sendReturnParcel']['output']> {
  const afterSale = await findOwnAfterSale(ctx, afterSaleId)
  const isRepeat =
    afterSale.status === 'returning' &&
    afterSale.returnParcel?.carrier === carrier &&
    afterSale.returnParcel.trackingNumber === trackingNumber
  if (isRepeat) return {}
  const isSent = await ctx.store.updateIf(
    'after_sales',
    afterSaleId,
    { status: { in: ['awaiting-return', 'returning'] } },
    { set: { status: 'returning', returnParcel: { carrier, trackingNumber } } },
  )
  if (!isSent) throw refuse('AFTER_SALE_MOVED_ON')
  return {}
}
