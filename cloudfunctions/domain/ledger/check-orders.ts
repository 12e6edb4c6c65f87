// Invariants of an order: what it cost adds up, and money came in and went back exactly as its entries say.
import { mulDivFloor, subtractFen, sumFen } from '@contract/money'
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry } from '@contract/model/ledger'
import type { AfterSale, Order } from '@contract/model/order'
import { checkAccruals } from './check-accruals'
import { compareEntry } from './compare-entry'
import { differ, expectSame, guarded, type Difference } from './difference'
import { enterOrderPaid, enterOrderRefunded } from './enter-order'

/** Everything that belongs to one order. */
export interface OrderBooks {
  readonly order: Order
  /** By id; more than this order's do no harm. */
  readonly entries: ReadonlyMap<string, LedgerEntry>
  readonly commissions: readonly Commission[]
  readonly afterSales: readonly AfterSale[]
}

export function checkOrder(books: OrderBooks): Difference[] {
  const { order, commissions } = books
  return guarded(recordOf(order), () => [
    ...checkSums(order),
    ...checkUnits(order),
    ...checkCash(books),
    ...checkAccrualMark(order, commissions.length > 0),
    ...checkAccruals(books),
  ])
}

const recordOf = (order: Order) => `orders/${order._id}`

function checkSums(order: Order): Difference[] {
  const found: Difference[] = []
  let goods = 0
  let discount = 0
  for (const line of order.lines) {
    const full = line.unitPriceFen * line.quantity
    const base = full - line.discountFen
    goods += full
    discount += line.discountFen
    const record = `${recordOf(order)} 第 ${line.line} 行`
    found.push(...expectSame('ORDER_BASE', record, Math.max(0, base), line.baseFen))
  }
  const payable = goods - discount + order.shippingFen
  return [
    ...found,
    ...expectSame('ORDER_SUM', `${recordOf(order)} 商品`, goods, order.goodsFen),
    ...expectSame('ORDER_SUM', `${recordOf(order)} 优惠`, discount, order.discountFen),
    ...expectSame('ORDER_SUM', `${recordOf(order)} 应付`, payable, order.payableFen),
  ]
}

function checkUnits(order: Order): Difference[] {
  const found: Difference[] = []
  for (const line of order.lines) {
    const record = `${recordOf(order)} 第 ${line.line} 行`
    const due = mulDivFloor(line.baseFen, line.refundedQuantity, line.quantity)
    found.push(...expectSame('ORDER_REFUND', record, due, line.refundedFen))
    const back = line.refundedQuantity + line.inAfterSaleQuantity
    if (back > line.quantity) found.push(differ('ORDER_UNITS', record, line.quantity, back))
  }
  const held = order.lines.some((line) => line.inAfterSaleQuantity > 0)
  if (held !== order.openAfterSales > 0) {
    const [expected, there] = held ? ['有占用', '没有售后'] : ['没有占用', '有售后']
    found.push(differ('ORDER_HOLDS', recordOf(order), expected, there))
  }
  return found
}

/** Paid and refunded, each with its entry to the fen and no other. */
function checkCash({ order, entries, afterSales }: OrderBooks): Difference[] {
  const payKey = `pay:${order._id}`
  const wanted =
    order.paidAt === null || order.payableFen === 0 ? null : enterOrderPaid(order, order.paidAt)
  const refunds = afterSales.filter((afterSale) => afterSale.status === 'refunded')
  const refunded = sumFen(refunds, (afterSale) => afterSale.refundFen)
  const ofLines = sumFen(order.lines, (line) => line.refundedFen)
  const shipping = subtractFen(order.refundedFen, ofLines)
  const oddShipping = shipping !== 0 && shipping !== order.shippingFen
  return [
    ...compareEntry(payKey, wanted, entries.get(payKey)),
    ...refunds.flatMap((afterSale) => compareRefund(afterSale, entries)),
    ...expectSame('ORDER_REFUNDED', `${recordOf(order)} 售后合计`, refunded, order.refundedFen),
    ...(oddShipping
      ? [differ('ORDER_REFUNDED', `${recordOf(order)} 运费`, order.shippingFen, shipping)]
      : []),
  ]
}

function compareRefund(
  afterSale: AfterSale,
  entries: ReadonlyMap<string, LedgerEntry>,
): Difference[] {
  const key = `refund:${afterSale._id}`
  const goodsFen = sumFen(afterSale.lines, (line) => line.refundFen)
  const wanted = enterOrderRefunded({
    orderId: afterSale.orderId,
    refundId: afterSale._id,
    goodsFen,
    shippingFen: subtractFen(afterSale.refundFen, goodsFen),
    at: afterSale.refundedAt ?? 0,
    isByHand: afterSale.refundedByHand !== undefined,
  })
  return compareEntry(key, wanted, entries.get(key))
}

function checkAccrualMark(order: Order, hasCommissions: boolean): Difference[] {
  const isPaid = order.paidAt !== null
  const record = recordOf(order)
  // `due` is fine: the timer marks an order done after it has seen the entry.
  if (isPaid === (order.accrual === 'none')) {
    return [differ('ORDER_ACCRUAL', record, isPaid ? 'due 或 done' : 'none', order.accrual)]
  }
  if (hasCommissions && !isPaid) return [differ('ORDER_ACCRUAL', record, '没有佣金', '有佣金')]
  return []
}
