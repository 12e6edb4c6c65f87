// Payments: WeChat's rows against orders and their entries, and orders against WeChat's rows.
import type { FlowTotals } from '@contract/model/books'
import type { LedgerEntry } from '@contract/model/ledger'
import type { Order } from '@contract/model/order'
import { Findings } from './finding'

export interface BilledPayment {
  readonly outTradeNo: string
  readonly transactionId: string
  readonly amountFen: number
}

interface Ours {
  /** By out_trade_no. */
  readonly orders: ReadonlyMap<string, Order>
  /** By key. */
  readonly entries: ReadonlyMap<string, LedgerEntry>
}

/** What WeChat says it took in. `repeated`: numbers that stand in the bill more than once. */
export function compareBilledPayments(
  totals: FlowTotals,
  rows: readonly BilledPayment[],
  ours: Ours,
  repeated: ReadonlySet<string>,
): Findings {
  const found = new Findings('payment', totals)
  for (const { outTradeNo: number, transactionId, amountFen: wechatFen } of rows) {
    found.tally('wechat', wechatFen)
    const order = ours.orders.get(number)
    if (!order) {
      found.differ('PAYMENT_ORDER_UNKNOWN', { number, wechatFen })
      continue
    }
    const { _id: recordId, payableFen: oursFen } = order
    const subject = { number, recordId, oursFen, wechatFen }
    if (order.paidAt === null) {
      const isClosed = order.status === 'closed'
      found.differ(isClosed ? 'PAYMENT_ORDER_CLOSED' : 'PAYMENT_NOT_BOOKED', subject)
      continue
    }
    if (repeated.has(number)) found.differ('PAYMENT_REPEATED', subject)
    if (oursFen !== wechatFen) found.differ('PAYMENT_AMOUNT', subject)
    if (order.transactionId !== transactionId) found.differ('PAYMENT_OTHER_NUMBER', subject)
    tallyOrder(found, order, ours.entries)
  }
  return found
}

/** Orders paid on the day that WeChat's bill doesn't name. */
export function comparePaidOrders(
  totals: FlowTotals,
  orders: readonly Order[],
  entries: Ours['entries'],
  billed: ReadonlySet<string>,
): Findings {
  const found = new Findings('payment', totals)
  for (const order of orders.filter((one) => !billed.has(one.outTradeNo))) {
    const { outTradeNo: number, _id: recordId, payableFen: oursFen } = order
    found.differ('PAYMENT_NOT_IN_BILL', { number, recordId, oursFen })
    tallyOrder(found, order, entries)
  }
  return found
}

function tallyOrder(found: Findings, order: Order, entries: Ours['entries']): void {
  const { outTradeNo: number, _id: recordId, payableFen: oursFen } = order
  found.tally('records', oursFen)
  const entry = entries.get(`pay:${recordId}`)
  const bookedFen = entry && cashOf(entry)
  if (bookedFen !== undefined) found.tally('ledger', bookedFen)
  if (bookedFen !== oursFen) {
    found.differ('PAYMENT_LEDGER', { number, recordId, oursFen: bookedFen ?? 0 })
  }
}

/** What an entry brought into WeChat's account (fen; negative: took out). */
export function cashOf(entry: LedgerEntry): number {
  return entry.postings
    .filter((posting) => posting.account === 'cash:wxpay')
    .reduce((sum, posting) => sum + posting.amountFen, 0)
}
