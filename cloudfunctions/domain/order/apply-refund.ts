// The order once WeChat has paid a refund: its lines, its sums, and whether it is over.
import { addFen, subtractFen, sumFen, type Fen } from '@contract/money'
import type { Order } from '@contract/model/order'
import type { RefundedBase } from '../commission/reverse-commissions'
import { assert } from '../assert'
import { assertOrderMove } from './order-lifecycle'
import { lineOf, type UnitsOfLine } from './refund-line'
import { finishShipping } from './ship-lines'

export interface RefundToApply {
  readonly order: Order
  readonly lines: readonly (UnitsOfLine & { readonly refundFen: Fen })[]
  readonly shippingFen: Fen
  readonly at: number
  readonly autoReceiptDays: number
  /** Whether an after-sale that held these units ends with it; default yes. */
  readonly closesAfterSale?: boolean
}

/**
 * Everything back → closed with reason `refunded`. Nothing left to send → shipped. The units leave their
 * after-sale. More than the line or the order was paid is a bug.
 */
export function applyRefund(refund: RefundToApply): Order {
  const { order, at, closesAfterSale = true } = refund
  const lines = order.lines.map((line) => {
    const back = refund.lines.find((row) => row.line === line.line)
    if (back === undefined) return line
    const refundedQuantity = line.refundedQuantity + back.quantity
    const refundedFen = addFen(line.refundedFen, back.refundFen)
    const held = closesAfterSale ? back.quantity : 0
    const inAfterSaleQuantity = line.inAfterSaleQuantity - held
    assert(refundedQuantity <= line.quantity, `line ${line.line}: too many units come back`)
    assert(refundedFen <= line.baseFen, `line ${line.line}: more refunded than paid`)
    assert(inAfterSaleQuantity >= 0, `line ${line.line}: not in an after-sale`)
    return { ...line, refundedQuantity, refundedFen, inAfterSaleQuantity }
  })
  const goodsFen = sumFen(refund.lines, (line) => line.refundFen)
  const refundedFen = addFen(order.refundedFen, goodsFen, refund.shippingFen)
  assert(refundedFen <= order.payableFen, `${order._id}: more refunded than paid`)
  const openAfterSales = order.openAfterSales - Number(closesAfterSale)
  assert(openAfterSales >= 0, `${order._id}: no after-sale is open`)
  const after: Order = { ...order, lines, refundedFen, openAfterSales }
  const isWhole = lines.every((line) => line.refundedQuantity === line.quantity)
  if (!isWhole) return finishShipping(after, at, refund.autoReceiptDays)
  assertOrderMove(order.status, 'closed')
  return { ...after, status: 'closed', closedAt: at, closeReason: 'refunded' }
}

/** What `reverseCommissions` needs to know of the refunded lines; `order` is the order after the refund. */
export function basesLeft(order: Order, lines: readonly UnitsOfLine[]): RefundedBase[] {
  return lines.map(({ line }) => {
    const { baseFen, refundedFen } = lineOf(order, line)
    return { line, baseLeftFen: subtractFen(baseFen, refundedFen) }
  })
}
