// Asks WeChat whether an order is paid, and records it if so: heals a notice that never came.
import type { Order } from '@contract/model/order'
import type { World } from '../../ports/world'
import { recordPayment } from '../payment/record-payment'

/** open: can still be paid. closed: nobody can pay it any more (also when it was never asked for). */
type PaymentFate = 'paid' | 'open' | 'closed'

/** Throws PayUnknown when WeChat doesn't say. */
export async function learnPayment(
  world: World,
  order: Pick<Order, 'outTradeNo'>,
): Promise<PaymentFate> {
  const { outTradeNo } = order
  const payment = await world.payments.query(outTradeNo)
  if (payment.state === 'closed' || payment.state === 'not-found') return 'closed'
  if (payment.state !== 'success' && payment.state !== 'refund') return 'open'
  const { transactionId, amountFen, paidAt } = payment
  const { isPaid } = await recordPayment(world, { outTradeNo, transactionId, amountFen, paidAt })
  return isPaid ? 'paid' : 'closed'
}
