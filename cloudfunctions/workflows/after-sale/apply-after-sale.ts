// 申请售后: asks for a refund, per line and quantity; the units and the order's settlement wait for its end.
import { idOf } from '@contract/ids'
import { ZERO } from '@contract/money'
import type { Api } from '@contract/api'
import type { AfterSale, Order } from '@contract/model/order'
import { judgeAfterSale } from '../../domain/order/can-apply-after-sale'
import { holdForAfterSale } from '../../domain/order/hold-for-after-sale'
import { quoteRefund, lineOf } from '../../domain/order/refund-line'
import { insist, refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { suffixOfRequest } from '../name-by-request'
import { findOwnOrder } from '../order/find-order'
import { readSettleDays, stampSettleDue } from '../order/set-settle-due'

type Input = Api['mall.applyAfterSale']['parsed']
type Output = Api['mall.applyAfterSale']['output']

/**
 * After-sale, order and commissions change in one transaction; repeating the request answers with the same after-sale.
 * Refuses with ORDER_UNKNOWN, AFTER_SALE_NOT_OPEN, AFTER_SALE_TOO_LATE, AFTER_SALE_QUANTITY, INPUT_INVALID or
 * IDEMPOTENCY_CONFLICT.
 */
export async function applyAfterSale(ctx: Context, input: Input): Promise<Output> {
  const suffix = suffixOfRequest(ctx)
  const afterSaleId = idOf('afterSale', suffix)
  const payloadHash = ctx.digest(JSON.stringify(input))
  const known = await findOwnOrder(ctx, input.orderId)
  const days = await readSettleDays(ctx, known)
  await ctx.store.transaction(async (tx) => {
    const earlier = await tx.get('after_sales', afterSaleId)
    if (earlier) {
      if (earlier.payloadHash !== payloadHash) throw refuse('IDEMPOTENCY_CONFLICT')
      return
    }
    const order = (await tx.get('orders', known._id)) ?? known
    const { afterSaleDays } = days
    insist(judgeAfterSale({ ...input, order, now: ctx.now, afterSaleDays }))
    const after = holdForAfterSale(order, input.lines)
    await tx.insert('after_sales', newAfterSale(ctx, input, order, { afterSaleId, payloadHash }))
    const { lines, openAfterSales } = after
    await tx.update('orders', order._id, { set: { lines, openAfterSales } })
    await stampSettleDue(tx, after, days)
  })
  return { afterSaleId }
}

function newAfterSale(
  ctx: Context,
  { kind, lines, reason }: Input,
  order: Order,
  names: { readonly afterSaleId: string; readonly payloadHash: string },
): AfterSale {
  return {
    _id: names.afterSaleId,
    orderId: order._id,
    buyerId: order.buyerId,
    buyerName: order.buyerName,
    kind,
    status: 'applied',
    lines: lines.map(({ line, quantity }) => {
      const { title, specText, picture } = lineOf(order, line)
      return { line, quantity, refundFen: ZERO, title, specText, picture }
    }),
    reason,
    refundFen: quoteRefund(order, lines).totalFen,
    appliedAt: ctx.now,
    decidedAt: null,
    decidedBy: null,
    rejectReason: null,
    returnParcel: null,
    refundedAt: null,
    payloadHash: names.payloadHash,
  }
}
