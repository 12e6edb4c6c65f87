// An order counts as received: by its buyer's word, or by itself when its time is up. The freeze days start.
import type { Order } from '@contract/model/order'
import { receipt } from '../../domain/order/move-order'
import type { Where } from '../../ports/store'
import type { World } from '../../ports/world'

/**
 * One conditional update, so that a receipt costs what it must; the due moments of its commissions follow by the timer.
 * Answers whether the order was received by this call; `where` says what must still hold.
 */
export function markReceived(world: World, orderId: Order['_id'], where: Where): Promise<boolean> {
  const shipped: Where = { ...where, status: 'shipped' }
  return world.store.updateIf('orders', orderId, shipped, { set: receipt(world.now) })
}
