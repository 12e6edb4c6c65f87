// 售后详情: one of the caller's after-sales.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { findOwnAfterSale } from './find-after-sale'
import { showAfterSale } from './show-after-sale'

/** Refuses with AFTER_SALE_UNKNOWN. */
export async function getAfterSale(
  ctx: Context,
  { afterSaleId }: Api['mall.getAfterSale']['parsed'],
): Promise<Api['mall.getAfterSale']['output']> {
  return showAfterSale(await findOwnAfterSale(ctx, afterSaleId))
}
