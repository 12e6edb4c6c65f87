// An order counts as received: by its buyer's word, or by itself when its time is up. The freeze days start.
import type { Order } from '@contract/model/order'
import { receiveOrder } from '../../domain/order/move-order'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'
import { readSettleDays, stampSettleDue } from './set-settle-due'

/** The order and its commissions' due moment change in one transaction. Refuses with ORDER_MOVED_ON. */
export async function markReceived(world: World, order: Order): Promise<void> {
  const days = await readSettleDays(world, order)
  await world.store.transaction(async (tx) => {
    const now = await tx.get('orders', order._id)
    if (now?.status === 'received' || now?.status === 'completed') return
    if (now?.status !== 'shipped') throw refuse('ORDER_MOVED_ON')
    const received = receiveOrder(now, world.now)
    const { status, receivedAt } = received
    await tx.update('orders', order._id, { set: { status, receivedAt } })
    await stampSettleDue(tx, received, days)
  })
}
