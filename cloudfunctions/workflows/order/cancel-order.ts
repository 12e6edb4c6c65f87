// 取消订单: closes an unpaid order of the caller and gives its stock back.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import { PayRefused, PayUnknown } from '../../ports/payments'
import type { Context } from '../../ports/world'
import { closeUnpaidOrder, type CloseOutcome } from './close-order'
import { findOwnOrder } from './find-order'

/** Refuses with ORDER_UNKNOWN, ORDER_MOVED_ON (it is paid by now) or TRY_AGAIN (WeChat doesn't say). */
export async function cancelOrder(
  ctx: Context,
  { orderId }: Api['mall.cancelOrder']['parsed'],
): Promise<Api['mall.cancelOrder']['output']> {
  const order = await findOwnOrder(ctx, orderId)
  let outcome: CloseOutcome
  try {
    outcome = await closeUnpaidOrder(ctx, order, 'cancelled')
  } catch (error) {
    if (error instanceof PayUnknown || error instanceof PayRefused) throw refuse('TRY_AGAIN')
    throw error
  }
  if (outcome !== 'closed') throw refuse('ORDER_MOVED_ON')
  return {}
}
