// 去付款: parameters for wx.requestPayment of an unpaid order.
import type { Api } from '@contract/api'
import type { Order } from '@contract/model/order'
import { refuse } from '../../domain/refuse'
import { PayRefused, PayUnknown } from '../../ports/payments'
import type { Context } from '../../ports/world'
import { findOwnOrder } from './find-order'
import { learnPayment } from './learn-payment'

const DESCRIPTION_MAX = 40

/** Refuses with ORDER_UNKNOWN, ORDER_NOT_PAYABLE, PAYMENT_REFUSED or TRY_AGAIN. */
export async function startPayment(
  ctx: Context,
  { orderId }: Api['mall.startPayment']['parsed'],
): Promise<Api['mall.startPayment']['output']> {
  const order = await findOwnOrder(ctx, orderId)
  insistPayable(ctx, order)
  const prepayId = await prepay(ctx, order)
  // The order may have been closed meanwhile; closing forbids the number at WeChat too, so nobody can pay it.
  insistPayable(ctx, await findOwnOrder(ctx, orderId))
  return ctx.payments.clientParams(prepayId, ctx.now, ctx.digest(`${ctx.requestId}:${prepayId}`))
}

function insistPayable(ctx: Context, order: Order): void {
  const isPayable = order.status === 'created' && ctx.now < order.expireAt
  if (!isPayable) throw refuse('ORDER_NOT_PAYABLE', { status: order.status })
}

async function prepay(ctx: Context, order: Order): Promise<string> {
  try {
    const { prepayId } = await ctx.payments.prepay({
      outTradeNo: order.outTradeNo,
      description: describeGoods(order),
      amountFen: order.payableFen,
      payerOpenid: order.buyerOpenid,
      expireAt: order.expireAt,
    })
    return prepayId
  } catch (error) {
    // Nothing was charged by a prepay whose outcome is unknown: asking again is safe.
    if (error instanceof PayUnknown) throw refuse('TRY_AGAIN')
    if (!(error instanceof PayRefused)) throw error
    if (error.code === 'ORDERPAID' && (await learnPayment(ctx, order)) === 'paid') {
      throw refuse('ORDER_NOT_PAYABLE', { status: 'paid' })
    }
    throw refuse('PAYMENT_REFUSED', { reason: error.explanation })
  }
}

function describeGoods({ lines }: Order): string {
  const title = Array.from(lines[0]?.title ?? '')
    .slice(0, DESCRIPTION_MAX)
    .join('')
  return lines.length > 1 ? `${title} 等 ${lines.length} 种` : title
}
