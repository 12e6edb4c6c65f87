// Timer: unpaid orders close by themselves when their time is up.
import type { World } from '../../ports/world'
import { closeUnpaidOrder } from './close-order'
import { endPostponing, findDueOrders, postponeOrder } from './postpone-order'

/** One order that can't be closed now doesn't stop the others, however many there are; it comes again later. */
export async function closeExpiredOrders(
  world: World,
): Promise<{ closed: number; paid: number; failed: number }> {
  const counts = { closed: 0, paid: 0, failed: 0 }
  for (const order of await findDueOrders(world, 'close', { status: 'created' })) {
    try {
      const outcome = await closeUnpaidOrder(world, order, 'unpaid')
      if (outcome !== 'moved-on') counts[outcome] += 1
      await endPostponing(world, order, 'close')
    } catch (error) {
      counts.failed += 1
      await postponeOrder(world, order, 'close', error)
    }
  }
  return counts
}
