// Ends the promises made to an order: what was sent has left the house, the rest can be bought again.
import type { Order } from '@contract/model/order'
import type { World } from '../../ports/world'
import { countSold } from './count-sold'

const ENDED = ['shipped', 'received', 'completed', 'closed'] as const

/** Whether nothing more will be sent for an order, so that it needs no promise. */
export function isEnded(order: Order): boolean {
  return (ENDED as readonly string[]).includes(order.status)
}

/** For an order that is closed or shipped whole. Repeatable: a hold is ended by whoever finds it, once. */
export async function endHolds(world: World, order: Order): Promise<void> {
  const sent = unitsSent(order)
  let isAnySold = false
  for (const { skuId, quantity } of order.lines) {
    const sold = sent.get(skuId) ?? 0
    const isEndedHere = await world.store.updateIf(
      'stocks',
      skuId,
      { [`held.${order._id}`]: { exists: true } },
      {
        inc: { available: quantity - sold, sold },
        unset: [`held.${order._id}`, `heldAt.${order._id}`],
      },
    )
    isAnySold ||= isEndedHere && sold > 0
  }
  if (isAnySold) await countSold(world, [...new Set(order.lines.map((line) => line.productId))])
}

function unitsSent(order: Order): ReadonlyMap<string, number> {
  const skuOf = new Map(order.lines.map((line) => [line.line, line.skuId]))
  const sent = new Map<string, number>()
  for (const { line, quantity } of order.parcels.flatMap((parcel) => parcel.lines)) {
    const skuId = skuOf.get(line)
    if (skuId !== undefined) sent.set(skuId, (sent.get(skuId) ?? 0) + quantity)
  }
  return sent
}
