// Timer: finds promises that nobody will keep or end, and ends them.
// They are left by a function killed between holding and placing, closing and giving back, or shipping and taking out.
import { MINUTE_MS } from '@contract/time'
import type { Stock } from '@contract/model/goods'
import type { OrderStatus } from '@contract/model/order'
import type { World } from '../../ports/world'
import { isReadable } from '../outbox/leave-out-poisoned'
import { endHolds } from './end-holds'
import { giveBack, type Hold } from './hold-stock'

const PAGE = 500
const LOOKED_UP = 200
/** A function lives 60 s: an order that is not there after this will never be. */
const PLACING_MS = 3 * MINUTE_MS
const OPEN: readonly OrderStatus[] = ['created', 'paid', 'partly-shipped']
const ENDED: readonly OrderStatus[] = ['shipped', 'received', 'completed', 'closed']

/** Answers how many orders' holds were ended. */
export async function endLooseHolds(world: World): Promise<{ ended: number; orphaned: number }> {
  const counts = { ended: 0, orphaned: 0 }
  for (let skip = 0; ; skip += PAGE) {
    const stocks = await world.store.find(
      'stocks',
      {},
      { order: [['_id', 'asc']], limit: PAGE, skip },
    )
    const holds = settledHolds(stocks, world.now - PLACING_MS)
    const orderIds = [...holds.keys()]
    for (let from = 0; from < orderIds.length; from += LOOKED_UP) {
      await endSome(world, orderIds.slice(from, from + LOOKED_UP), holds, counts)
    }
    if (stocks.length < PAGE) return counts
  }
}

async function endSome(
  world: World,
  orderIds: readonly string[],
  holds: ReadonlyMap<string, readonly Hold[]>,
  counts: { ended: number; orphaned: number },
): Promise<void> {
  const { store } = world
  const ended = await store.find(
    'orders',
    { _id: { in: orderIds }, status: { in: ENDED } },
    { limit: LOOKED_UP },
  )
  for (const order of ended) {
    if (await isReadable(world, order, () => endHolds(world, order))) counts.ended += 1
  }
  // Counting is cheap, and nearly always all that is needed.
  const open = await store.count('orders', { _id: { in: orderIds }, status: { in: OPEN } })
  if (open + ended.length === orderIds.length) return
  const known = new Set((await store.getMany('orders', orderIds)).map((order) => order._id))
  for (const orderId of orderIds) {
    if (known.has(orderId)) continue
    await giveBack(world, orderId, holds.get(orderId) ?? [])
    counts.orphaned += 1
  }
}

/** Holds older than a moment, by order. */
function settledHolds(stocks: readonly Stock[], before: number): Map<string, Hold[]> {
  const holds = new Map<string, Hold[]>()
  for (const stock of stocks) {
    for (const [orderId, heldAt] of Object.entries(stock.heldAt)) {
      const quantity = stock.held[orderId]
      if (heldAt >= before || quantity === undefined) continue
      const hold = { skuId: stock._id, quantity, heldAt }
      holds.set(orderId, [...(holds.get(orderId) ?? []), hold])
    }
  }
  return holds
}
