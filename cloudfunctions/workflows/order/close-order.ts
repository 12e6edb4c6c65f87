// Closes an unpaid order and gives its stock back: only once WeChat takes no money for it any more.
import type { Order } from '@contract/model/order'
import { closeOrder } from '../../domain/order/move-order'
import { PayRefused } from '../../ports/payments'
import type { World } from '../../ports/world'
import { endHolds } from '../stock/end-holds'
import { learnPayment } from './learn-payment'

/** paid: a payment came first and is recorded. moved-on: the order is neither unpaid nor closed. */
export type CloseOutcome = 'closed' | 'paid' | 'moved-on'

/**
 * Repeatable. WeChat's close comes first: a payment that races it wins there, and then the order is paid, not
 * closed. Killed after it, the order can't be paid, and the timer closes it; killed before its stock is given
 * back, the timer does that (stock/end-loose-holds.ts). Throws PayUnknown when WeChat doesn't say.
 */
export async function closeUnpaidOrder(
  world: World,
  order: Order,
  reason: 'unpaid' | 'cancelled',
): Promise<CloseOutcome> {
  if (order.status === 'closed') return 'closed'
  if (order.status !== 'created') return 'moved-on'
  if (await isPaidAtWechat(world, order)) return 'paid'
  const { status, closedAt, closeReason } = closeOrder(order, reason, world.now)
  const isClosedHere = await world.store.updateIf(
    'orders',
    order._id,
    { status: 'created' },
    { set: { status, closedAt, closeReason } },
  )
  const closed = isClosedHere
    ? { ...order, status, closedAt, closeReason }
    : await world.store.get('orders', order._id)
  if (closed?.status !== 'closed') return 'moved-on'
  await endHolds(world, closed)
  return 'closed'
}

/** Forbids the number at WeChat; true when somebody has paid it. */
async function isPaidAtWechat(world: World, order: Order): Promise<boolean> {
  try {
    await world.payments.close(order.outTradeNo)
    return false
  } catch (error) {
    if (!(error instanceof PayRefused)) throw error
    const fate = await learnPayment(world, order)
    // Neither paid nor closed, although WeChat refused to close it: not ours to guess.
    if (fate === 'open') throw error
    return fate === 'paid'
  }
}
