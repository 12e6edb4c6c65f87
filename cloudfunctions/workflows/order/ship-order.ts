// 发货: ships a paid order, whole or some lines in a parcel; stock leaves the house with the last parcel.
import type { Api } from '@contract/api'
import type { Order, Parcel } from '@contract/model/order'
import { leftToShip, shipLines } from '../../domain/order/ship-lines'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { endHolds, isEnded } from '../stock/end-holds'

type Input = Api['owner.shipOrder']['parsed']

/**
 * The same parcel (carrier and number) is shipped once, however often it is asked for. Refuses with ORDER_UNKNOWN,
 * ORDER_MOVED_ON or PARCEL_INVALID.
 */
export async function shipOrder(
  ctx: Context,
  input: Input,
): Promise<Api['owner.shipOrder']['output']> {
  const { autoReceiptDays } = await readShop(ctx)
  const order = await ctx.store.transaction(async (tx) => {
    const before = await tx.get('orders', input.orderId)
    if (!before) throw refuse('ORDER_UNKNOWN')
    if (hasParcel(before, input)) return before
    const { carrier, trackingNumber, lines } = input
    const after = shipLines({
      order: before,
      carrier,
      trackingNumber,
      ...(lines ? { lines } : {}),
      now: ctx.now,
      autoReceiptDays,
    })
    const { status, parcels, shippedAt, autoReceiveAt } = after
    await tx.update('orders', before._id, { set: { status, parcels, shippedAt, autoReceiveAt } })
    return after
  })
  if (isEnded(order)) await endHolds(ctx, order)
  return {}
}

/** Whether this very parcel was shipped before: a repeat, not a second one. */
function hasParcel(order: Order, { carrier, trackingNumber, lines }: Input): boolean {
  const isSame = (parcel: Parcel) =>
    parcel.carrier === carrier &&
    parcel.trackingNumber === trackingNumber &&
    (lines === undefined || JSON.stringify(parcel.lines) === JSON.stringify(lines))
  const isWhole = lines === undefined && leftToShip(order).length > 0
  return !isWhole && order.parcels.some(isSame)
}
