// 撤销申请: the buyer takes an after-sale back before it is refunded.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { endAfterSale } from './end-after-sale'
import { findOwnAfterSale } from './find-after-sale'

/** Refuses with AFTER_SALE_UNKNOWN or AFTER_SALE_MOVED_ON (goods are on their way, refunding, or decided). */
export async function withdrawAfterSale(
  ctx: Context,
  { afterSaleId }: Api['mall.withdrawAfterSale']['parsed'],
): Promise<Api['mall.withdrawAfterSale']['output']> {
  await endAfterSale(ctx, await findOwnAfterSale(ctx, afterSaleId), { status: 'withdrawn' })
  return {}
}
