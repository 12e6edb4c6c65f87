// refunds.csv: what was given back on which line, in time order.
import { subtractWhole, type Whole } from '@contract/money'
import { readAmount, readOrdinal } from './read-cells'
import type { Line, Order } from './read-orders'
import { openTable } from './read-table'

const COLUMNS = ['order_id', 'line', 'amount_fen'] as const

/** Adds each refund to its line. Throws FileInvalid. */
export function readRefunds(path: string, orders: ReadonlyMap<string, Order>): void {
  const table = openTable(path, COLUMNS)
  const left = new Map<Line, Whole>()
  table.eachRow(({ line: at, cells }) => {
    const { order_id: orderId, line, amount_fen: amount } = cells
    if (orderId === '') table.refuse(at, 'order_id', 'it is empty')
    const order =
      orders.get(orderId) ?? table.refuse(at, 'order_id', `there is no order "${orderId}"`)
    const ordinal = readOrdinal(line)
    if ('reason' in ordinal) table.refuse(at, 'line', ordinal.reason)
    const refunded =
      order.lineNamed.get(line) ??
      table.refuse(at, 'line', `order "${orderId}" has no line ${line}`)
    const read = readAmount(amount)
    const refundFen = 'reason' in read ? table.refuse(at, 'amount_fen', read.reason) : read.value
    if (refundFen === 0) table.refuse(at, 'amount_fen', 'a refund of 0')
    const baseFen = left.get(refunded) ?? refunded.baseFen
    if (refundFen > baseFen) {
      table.refuse(at, 'amount_fen', `${refundFen} is above what is left of the line, ${baseFen}`)
    }
    left.set(refunded, subtractWhole(baseFen, refundFen))
    refunded.refundsFen.push(refundFen)
  })
}
