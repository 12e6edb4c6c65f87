// An order that was closed before its payment arrived: paid after all, and everything of it in a refund.
import { idOf } from '@contract/ids'
import type { AfterSale, Order } from '@contract/model/order'
import { assert } from '../../domain/assert'
import { holdForAfterSale } from '../../domain/order/hold-for-after-sale'
import { payOrder } from '../../domain/order/move-order'
import { quoteRefund } from '../../domain/order/refund-line'

/** Nobody earns on it; it closes again, as refunded, when WeChat has paid the money back. */
export function refundWhole(
  closed: Order,
  late: { readonly paidAt: number; readonly transactionId: string; readonly now: number },
): { order: Order; afterSale: AfterSale } {
  const { paidAt, transactionId, now } = late
  assert(closed.status === 'closed' && closed.paidAt === null, `${closed._id} is ${closed.status}`)
  const unpaid: Order = { ...closed, status: 'created', closedAt: null, closeReason: null }
  const paid: Order = { ...payOrder(unpaid, { at: paidAt, transactionId }), accrual: 'done' }
  const quote = quoteRefund(paid, paid.lines)
  const afterSale: AfterSale = {
    _id: idOf('afterSale', closed.outTradeNo),
    orderId: closed._id,
    buyerId: closed.buyerId,
    buyerName: closed.buyerName,
    kind: 'refund-only',
    status: 'refunding',
    lines: quote.lines.map((refund) => {
      const line = paid.lines.find((candidate) => candidate.line === refund.line)
      assert(line !== undefined, `no line ${refund.line}`)
      return { ...refund, title: line.title, specText: line.specText, picture: line.picture }
    }),
    reason: '订单关闭之后才付款，自动退回',
    refundFen: quote.totalFen,
    appliedAt: now,
    decidedAt: now,
    decidedBy: null,
    rejectReason: null,
    returnParcel: null,
    refundedAt: null,
    payloadHash: closed.payloadHash,
  }
  return { order: holdForAfterSale(paid, quote.lines), afterSale }
}
