// 确认收货: the buyer says that the goods arrived.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { findOwnOrder } from './find-order'
import { markReceived } from './receive-order'

/** Refuses with ORDER_UNKNOWN or ORDER_MOVED_ON (not shipped whole). */
export async function confirmReceipt(
  ctx: Context,
  { orderId }: Api['mall.confirmReceipt']['parsed'],
): Promise<Api['mall.confirmReceipt']['output']> {
  await markReceived(ctx, await findOwnOrder(ctx, orderId))
  return {}
}
