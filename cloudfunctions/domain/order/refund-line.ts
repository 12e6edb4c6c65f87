// What comes back for returned units: cumulative per line, so that the parts of any returns add up to the base.
import { addFen, mulDivFloor, subtractFen, sumFen, ZERO, type Fen } from '@contract/money'
import type { Order, OrderLine } from '@contract/model/order'
import { assert } from '../assert'

export interface UnitsOfLine {
  readonly line: number
  readonly quantity: number
}

export interface RefundQuote {
  readonly lines: readonly (UnitsOfLine & { readonly refundFen: Fen })[]
  readonly goodsFen: Fen
  /** The shipping fee comes back when the whole order does before anything was shipped. */
  readonly shippingFen: Fen
  readonly totalFen: Fen
}

/** ⌊base × units returned so far / n⌋ − already refunded, in fen; gifts (base 0) bring 0. */
export function refundOfLine(line: OrderLine, units: number): Fen {
  const returned = line.refundedQuantity + units
  assert(
    units > 0 && returned <= line.quantity,
    `line ${line.line}: ${units} units can't come back`,
  )
  return subtractFen(mulDivFloor(line.baseFen, returned, line.quantity), line.refundedFen)
}

/** What an after-sale of these units refunds now. Each line at most once; too many units is a bug. */
export function quoteRefund(order: Order, units: readonly UnitsOfLine[]): RefundQuote {
  const lines = units.map(({ line, quantity }) => ({
    line,
    quantity,
    refundFen: refundOfLine(lineOf(order, line), quantity),
  }))
  const goodsFen = sumFen(lines, (line) => line.refundFen)
  const isWhole = order.lines.every(
    (line) => line.refundedQuantity + unitsOf(units, line.line) === line.quantity,
  )
  const shippingFen = isWhole && order.parcels.length === 0 ? order.shippingFen : ZERO
  return { lines, goodsFen, shippingFen, totalFen: addFen(goodsFen, shippingFen) }
}

/** A line of an order by its number; an unknown one is a bug. */
export function lineOf(order: Pick<Order, 'lines'>, line: number): OrderLine {
  const found = order.lines.find((candidate) => candidate.line === line)
  assert(found !== undefined, `no line ${line}`)
  return found
}

/** The units asked for on a line, 0 when it isn't among them. */
export function unitsOf(units: readonly UnitsOfLine[], line: number): number {
  return units.find((row) => row.line === line)?.quantity ?? 0
}
