// Invariants of orders: what they cost adds up, and money came in and went back exactly as they say.
import { mulDivFloor } from '@contract/money'
import type { Order } from '@contract/model/order'
import type { Books } from './check-invariants'

interface CashOfOrder {
  readonly inFen: number
  readonly outFen: number
}

export function checkOrders(books: Books): string[] {
  const cash = cashByOrder(books)
  const accrued = new Set(books.commissions.map((commission) => commission.orderId))
  return books.orders.flatMap((order) => [
    ...checkSums(order),
    ...checkRefunds(order),
    ...checkCash(order, cash.get(order._id) ?? { inFen: 0, outFen: 0 }),
    ...checkAccrual(order, accrued.has(order._id)),
  ])
}

function cashByOrder(books: Books): Map<string, CashOfOrder> {
  const cash = new Map<string, CashOfOrder>()
  for (const { orderId, code, postings } of books.entries) {
    if (orderId === null) continue
    const moved = postings.find((posting) => posting.account === 'cash:wxpay')?.amountFen ?? 0
    const { inFen, outFen } = cash.get(orderId) ?? { inFen: 0, outFen: 0 }
    if (code === 'ORDER_PAID') cash.set(orderId, { inFen: inFen + moved, outFen })
    if (code === 'ORDER_REFUNDED') cash.set(orderId, { inFen, outFen: outFen - moved })
  }
  return cash
}

function checkSums(order: Order): string[] {
  const found: string[] = []
  let goods = 0
  let discount = 0
  for (const line of order.lines) {
    const full = line.unitPriceFen * line.quantity
    goods += full
    discount += line.discountFen
    if (line.baseFen !== full - line.discountFen || line.baseFen < 0) {
      found.push(`order ${order._id} line ${line.line}: base is ${line.baseFen}`)
    }
  }
  if (goods !== order.goodsFen) found.push(`order ${order._id}: goods are ${order.goodsFen}`)
  if (discount !== order.discountFen) {
    found.push(`order ${order._id}: discounts of lines add up to ${discount}`)
  }
  if (order.payableFen !== goods - discount + order.shippingFen) {
    found.push(`order ${order._id}: payable is ${order.payableFen}`)
  }
  return found
}

function checkRefunds(order: Order): string[] {
  const found: string[] = []
  let refunded = 0
  for (const line of order.lines) {
    refunded += line.refundedFen
    const due = mulDivFloor(line.baseFen, line.refundedQuantity, line.quantity)
    if (line.refundedFen !== due) {
      found.push(`order ${order._id} line ${line.line}: refunded ${line.refundedFen}, due ${due}`)
    }
    if (line.refundedQuantity + line.inAfterSaleQuantity > line.quantity) {
      found.push(`order ${order._id} line ${line.line}: more units come back than were sold`)
    }
  }
  const shipping = order.refundedFen - refunded
  if (shipping !== 0 && shipping !== order.shippingFen) {
    found.push(`order ${order._id}: ${shipping} refunded beside its lines`)
  }
  const held = order.lines.some((line) => line.inAfterSaleQuantity > 0)
  if (held !== order.openAfterSales > 0) {
    found.push(`order ${order._id}: ${order.openAfterSales} open after-sales hold no units`)
  }
  return found
}

function checkCash(order: Order, cash: CashOfOrder): string[] {
  const found: string[] = []
  const due = order.paidAt === null ? 0 : order.payableFen
  if (cash.inFen !== due) {
    found.push(`order ${order._id}: ${due} was paid, the ledger took in ${cash.inFen}`)
  }
  if (cash.outFen !== order.refundedFen) {
    found.push(`order ${order._id}: ${order.refundedFen} refunded, the ledger ${cash.outFen}`)
  }
  return found
}

function checkAccrual(order: Order, hasCommissions: boolean): string[] {
  // `due` is fine: the timer marks an order done after it has seen the entry.
  if (hasCommissions && order.accrual === 'none') {
    return [`order ${order._id}: has commissions while its accrual is ${order.accrual}`]
  }
  const isPaid = order.paidAt !== null
  if (isPaid === (order.accrual === 'none')) {
    return [`order ${order._id}: accrual is ${order.accrual}, ${isPaid ? 'paid' : 'not paid'}`]
  }
  return []
}
