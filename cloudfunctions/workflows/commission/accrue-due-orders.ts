// The timer's share of accrual: paid orders whose commissions may be missing are followed to the end.
import type { World } from '../../ports/world'
import { isLasting, nameFailure } from '../outbox/name-failure'
import { followPayment } from './follow-payment'
import { holdAccrual } from './hold-accrual'

const BATCH = 50

/** An order that fails for itself is held with an alert, and fills the batch of no later round. */
export async function accrueDueOrders(
  world: World,
): Promise<{ done: number; failed: number; held: number }> {
  const due = await world.store.find(
    'orders',
    { accrual: 'due' },
    { order: [['paidAt', 'asc']], limit: BATCH },
  )
  const counts = { done: 0, failed: 0, held: 0 }
  for (const order of due) {
    try {
      await followPayment(world, order)
      counts.done += 1
    } catch (error) {
      world.log.warn('accrual-failed', { orderId: order._id, error: nameFailure(error) })
      counts[isLasting(error) ? 'held' : 'failed'] += 1
      if (isLasting(error)) await holdAccrual(world, order._id, error)
    }
  }
  return counts
}
