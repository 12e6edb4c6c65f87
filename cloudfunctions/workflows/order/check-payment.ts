// 付款结果: whether an order is paid; asks WeChat when no notice has come.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import { PayUnknown } from '../../ports/payments'
import type { Context } from '../../ports/world'
import { findOwnOrder } from './find-order'
import { learnPayment } from './learn-payment'

/** Refuses with ORDER_UNKNOWN, or PAYMENT_UNKNOWN when WeChat doesn't say. */
export async function checkPayment(
  ctx: Context,
  { orderId }: Api['mall.checkPayment']['parsed'],
): Promise<Api['mall.checkPayment']['output']> {
  const order = await findOwnOrder(ctx, orderId)
  const { payableFen } = order
  if (order.status !== 'created') return { isPaid: order.paidAt !== null, payableFen }
  try {
    return { isPaid: (await learnPayment(ctx, order)) === 'paid', payableFen }
  } catch (error) {
    if (error instanceof PayUnknown) throw refuse('PAYMENT_UNKNOWN')
    throw error
  }
}
