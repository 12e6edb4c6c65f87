// Timer: orders nobody confirmed count as received some days after shipping; an open after-sale stops that clock.
import type { World } from '../../ports/world'
import { nameFailure } from '../outbox/name-failure'
import { markReceived } from './receive-order'

const BATCH = 30

export async function receiveOverdueOrders(
  world: World,
): Promise<{ received: number; failed: number }> {
  const overdue = await world.store.find(
    'orders',
    { status: 'shipped', autoReceiveAt: { lte: world.now }, openAfterSales: 0 },
    { order: [['autoReceiveAt', 'asc']], limit: BATCH },
  )
  const counts = { received: 0, failed: 0 }
  for (const order of overdue) {
    try {
      const guard = { autoReceiveAt: { lte: world.now }, openAfterSales: 0 }
      if (await markReceived(world, order._id, guard)) counts.received += 1
    } catch (error) {
      counts.failed += 1
      world.log.warn('receipt-postponed', { orderId: order._id, error: nameFailure(error) })
    }
  }
  return counts
}
