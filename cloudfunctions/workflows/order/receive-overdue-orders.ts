// Timer: orders nobody confirmed count as received some days after shipping; an open after-sale stops that clock.
import type { World } from '../../ports/world'
import { endPostponing, findDueOrders, postponeOrder } from './postpone-order'
import { markReceived } from './receive-order'

/** One that fails doesn't stop the others, however many there are; it comes again later. */
export async function receiveOverdueOrders(
  world: World,
): Promise<{ received: number; failed: number }> {
  const where = { status: 'shipped', openAfterSales: 0 }
  const counts = { received: 0, failed: 0 }
  for (const order of await findDueOrders(world, 'receive', where)) {
    try {
      const guard = { autoReceiveAt: { lte: world.now }, openAfterSales: 0 }
      if (await markReceived(world, order._id, guard)) counts.received += 1
      await endPostponing(world, order, 'receive')
    } catch (error) {
      counts.failed += 1
      await postponeOrder(world, order, 'receive', error)
    }
  }
  return counts
}
