// Shipping: one parcel with everything that is left, or with some units; the order follows.
import { DAY_MS } from '@contract/time'
import type { Order, OrderLine, Parcel } from '@contract/model/order'
import { refuse } from '../refuse'
import type { UnitsOfLine } from './refund-line'

type Goods = Pick<Order, 'lines' | 'parcels'>

/**
 * The order with one more parcel; `shipped` and with its automatic receipt fixed once nothing is left.
 * Refuses ORDER_MOVED_ON (not paid, or nothing to ship) and PARCEL_INVALID (unknown line, too many units).
 */
export function shipLines(shipment: {
  readonly order: Order
  readonly carrier: string
  readonly trackingNumber: string
  /** Absent = everything that is left. */
  readonly lines?: readonly UnitsOfLine[]
  readonly now: number
  readonly autoReceiptDays: number
}): Order {
  const { order, carrier, trackingNumber, now } = shipment
  const left = leftToShip(order)
  const isShippable = order.status === 'paid' || order.status === 'partly-shipped'
  if (!isShippable || left.length === 0) throw refuse('ORDER_MOVED_ON', { status: order.status })
  const lines = shipment.lines ?? left
  checkParcel(lines, left)
  const parcel: Parcel = { carrier, trackingNumber, lines: [...lines], shippedAt: now }
  const after: Order = { ...order, status: 'partly-shipped', parcels: [...order.parcels, parcel] }
  return finishShipping(after, now, shipment.autoReceiptDays)
}

/** `shipped` once every unit was sent or refunded; otherwise the order as it is. */
export function finishShipping(order: Order, now: number, autoReceiptDays: number): Order {
  const isDone = order.lines.every((line) => unsent(order, line) <= 0)
  if (order.status !== 'partly-shipped' || !isDone) return order
  const autoReceiveAt = now + autoReceiptDays * DAY_MS
  return { ...order, status: 'shipped', shippedAt: now, autoReceiveAt }
}

/** Units that can be sent now: not those sent, refunded, or waiting in an after-sale. */
export function leftToShip(order: Goods): readonly UnitsOfLine[] {
  return order.lines
    .map((line) => ({
      line: line.line,
      quantity: unsent(order, line) - line.inAfterSaleQuantity,
    }))
    .filter((line) => line.quantity > 0)
}

/** Refunded units count as units that were never sent, so that no refunded unit is ever sent. */
function unsent(order: Goods, line: OrderLine): number {
  return line.quantity - unitsSent(order, line.line) - line.refundedQuantity
}

/** Units of a line that left the house in any parcel. */
export function unitsSent(order: Pick<Order, 'parcels'>, line: number): number {
  let sent = 0
  for (const parcel of order.parcels) {
    for (const row of parcel.lines) if (row.line === line) sent += row.quantity
  }
  return sent
}

function checkParcel(lines: readonly UnitsOfLine[], left: readonly UnitsOfLine[]): void {
  const isOnce = new Set(lines.map((row) => row.line)).size === lines.length
  const isThere = lines.every((row) => {
    const most = left.find((candidate) => candidate.line === row.line)?.quantity ?? 0
    return row.quantity >= 1 && row.quantity <= most
  })
  if (lines.length === 0 || !isOnce || !isThere) throw refuse('PARCEL_INVALID')
}
