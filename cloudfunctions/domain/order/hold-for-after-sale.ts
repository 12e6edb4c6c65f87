// Units in an open after-sale: held while it is open, free again when it ends without a refund.
import type { Order } from '@contract/model/order'
import { assert } from '../assert'
import { unitsOf, type UnitsOfLine } from './refund-line'

/** The order with one more open after-sale; whether the units are free was judged before. */
export function holdForAfterSale(order: Order, units: readonly UnitsOfLine[]): Order {
  return hold(order, units, 1)
}

/** The order after an after-sale was rejected or withdrawn. */
export function releaseFromAfterSale(order: Order, units: readonly UnitsOfLine[]): Order {
  return hold(order, units, -1)
}

function hold(order: Order, units: readonly UnitsOfLine[], sign: 1 | -1): Order {
  const lines = order.lines.map((line) => {
    const inAfterSaleQuantity = line.inAfterSaleQuantity + sign * unitsOf(units, line.line)
    const free = line.quantity - line.refundedQuantity - inAfterSaleQuantity
    assert(inAfterSaleQuantity >= 0 && free >= 0, `line ${line.line}: units in after-sale`)
    return { ...line, inAfterSaleQuantity }
  })
  const openAfterSales = order.openAfterSales + sign
  assert(openAfterSales >= 0, `${order._id}: no after-sale is open`)
  return { ...order, lines, openAfterSales }
}
