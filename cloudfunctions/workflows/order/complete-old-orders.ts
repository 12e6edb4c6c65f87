// Timer: a received order whose after-sale window has passed is completed; nothing about it can change any more.
import { DAY_MS } from '@contract/time'
import type { World } from '../../ports/world'
import { findShop } from '../shop/read-shop'

const BATCH = 100

export async function completeOldOrders(world: World): Promise<{ completed: number }> {
  const shop = await findShop(world)
  if (!shop) return { completed: 0 }
  const old = await world.store.find(
    'orders',
    {
      status: 'received',
      receivedAt: { lte: world.now - shop.afterSaleDays * DAY_MS },
      openAfterSales: 0,
    },
    { order: [['receivedAt', 'asc']], limit: BATCH },
  )
  let completed = 0
  for (const order of old) {
    // An after-sale that was opened at the last moment keeps the order open.
    const guard = { status: 'received', openAfterSales: 0 }
    const set = { status: 'completed' }
    if (await world.store.updateIf('orders', order._id, guard, { set })) completed += 1
  }
  return { completed }
}
