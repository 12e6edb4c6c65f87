// 确认收货: the buyer says that the goods arrived.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { findOwnOrder } from './find-order'
import { markReceived } from './receive-order'

/** Saying it again changes nothing. Refuses with ORDER_UNKNOWN or ORDER_MOVED_ON (not shipped whole). */
export async function confirmReceipt(
  ctx: Context,
  { orderId }: Api['mall.confirmReceipt']['parsed'],
): Promise<Api['mall.confirmReceipt']['output']> {
  if (await markReceived(ctx, orderId, { buyerId: ctx.caller.memberId })) return {}
  const { status } = await findOwnOrder(ctx, orderId)
  if (status !== 'received' && status !== 'completed') throw refuse('ORDER_MOVED_ON')
  return {}
}
