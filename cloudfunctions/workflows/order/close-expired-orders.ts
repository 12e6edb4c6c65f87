// Timer: unpaid orders close by themselves when their time is up.
import type { World } from '../../ports/world'
import { nameFailure } from '../outbox/name-failure'
import { closeUnpaidOrder } from './close-order'

const BATCH = 30

/** One order that can't be closed now doesn't stop the others; it is tried again at the next run. */
export async function closeExpiredOrders(
  world: World,
): Promise<{ closed: number; paid: number; failed: number }> {
  const expired = await world.store.find(
    'orders',
    { status: 'created', expireAt: { lte: world.now } },
    { order: [['expireAt', 'asc']], limit: BATCH },
  )
  const counts = { closed: 0, paid: 0, failed: 0 }
  for (const order of expired) {
    try {
      const outcome = await closeUnpaidOrder(world, order, 'unpaid')
      if (outcome !== 'moved-on') counts[outcome] += 1
    } catch (error) {
      counts.failed += 1
      world.log.warn('close-postponed', { orderId: order._id, error: nameFailure(error) })
    }
  }
  return counts
}
