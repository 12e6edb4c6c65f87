// Entries of a sale: what came in when an order was paid, and what went back.
import type { LedgerEntry } from '@contract/model/ledger'
import type { Order } from '@contract/model/order'
import { addFen, subtractFen, type Fen } from '@contract/money'
import { credit, debit, makeEntry } from './make-entry'

/** `pay:{orderId}`: cash:wxpay / sales + shipping. `at` is when it was paid (ms). */
export function enterOrderPaid(
  order: Pick<Order, '_id' | 'payableFen' | 'shippingFen'>,
  at: number,
): LedgerEntry {
  return makeEntry({
    key: `pay:${order._id}`,
    code: 'ORDER_PAID',
    at,
    orderId: order._id,
    postings: [
      ...debit('cash:wxpay', order.payableFen),
      ...credit('sales', subtractFen(order.payableFen, order.shippingFen)),
      ...credit('shipping', order.shippingFen),
    ],
  })
}

/**
 * `refund:{refundId}`: sales + shipping / cash:wxpay, or cash in the bank when handed back past WeChat. Null when
 * nothing was paid for what came back.
 */
export function enterOrderRefunded(refund: {
  readonly orderId: string
  readonly refundId: string
  readonly goodsFen: Fen
  readonly shippingFen: Fen
  readonly at: number
  readonly isByHand?: boolean
}): LedgerEntry | null {
  const { orderId, refundId, goodsFen, shippingFen, at, isByHand = false } = refund
  const totalFen = addFen(goodsFen, shippingFen)
  if (totalFen === 0) return null
  return makeEntry({
    key: `refund:${refundId}`,
    code: 'ORDER_REFUNDED',
    at,
    orderId,
    postings: [
      ...debit('sales', goodsFen),
      ...debit('shipping', shippingFen),
      ...credit(isByHand ? 'cash:bank' : 'cash:wxpay', totalFen),
    ],
  })
}
