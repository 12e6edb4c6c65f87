// The timer's share of accrual: paid orders whose commissions may be missing are followed to the end.
import type { World } from '../../ports/world'
import { isPoisoned, nameFailure } from '../outbox/name-failure'
import { raiseAlert } from '../outbox/raise-alert'
import { followPayment } from './follow-payment'

const BATCH = 50

export async function accrueDueOrders(world: World): Promise<{ done: number; failed: number }> {
  const due = await world.store.find(
    'orders',
    { accrual: 'due' },
    { order: [['paidAt', 'asc']], limit: BATCH },
  )
  const counts = { done: 0, failed: 0 }
  for (const order of due) {
    try {
      await followPayment(world, order)
      counts.done += 1
    } catch (error) {
      counts.failed += 1
      world.log.warn('accrual-failed', { orderId: order._id, error: nameFailure(error) })
      if (!isPoisoned(error)) continue
      const message = '这笔订单的佣金算不出来，需要人工核对'
      await raiseAlert(world, { kind: 'ACCRUAL_FAILED', subjectId: order._id, message })
    }
  }
  return counts
}
