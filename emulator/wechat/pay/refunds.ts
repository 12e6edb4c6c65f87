// Refunds of the sandbox: accepted first, final later, at most fifty per order and never more than was paid.
import { nextNumber } from '../tables'
import { DAY_MS, toRfc3339 } from '../shanghai'
import { invalidRequest, paramError, PayError, type PayContext } from './context'
import {
  optionalText,
  readNotifyUrl,
  requireFen,
  requireObject,
  requireText,
  type Fields,
} from './fields'
import { findByNumber, findByTransaction, type Order } from './orders'
import { startRefund, type Refund } from './refund-moves'

const MAX_REFUNDS = 50
const MAX_AGE_MS = 365 * DAY_MS
const FUNDS_ACCOUNTS: readonly unknown[] = [undefined, 'AVAILABLE', 'UNSETTLED']

export function describe(refund: Refund) {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: refund.channel,
    user_received_account: refund.account,
    ...(refund.succeededAt === undefined ? {} : { success_time: toRfc3339(refund.succeededAt) }),
    create_time: toRfc3339(refund.createdAt),
    status: refund.state,
    funds_account: 'AVAILABLE',
    amount: {
      total: refund.totalFen,
      refund: refund.amountFen,
      payer_total: refund.totalFen,
      payer_refund: refund.amountFen,
      settlement_refund: refund.amountFen,
      settlement_total: refund.totalFen,
      discount_refund: 0,
      currency: 'CNY',
    },
  }
}

function findOrder(ctx: PayContext, fields: Fields): Order {
  const outTradeNo = optionalText(fields, 'out_trade_no', 32)
  const transactionId = optionalText(fields, 'transaction_id', 32)
  if (outTradeNo === '' && transactionId === '') {
    throw paramError('“transaction_id”和“out_trade_no”须二选一')
  }
  const order = transactionId
    ? findByTransaction(ctx.tables, transactionId)
    : findByNumber(ctx.tables, outTradeNo)
  if (!order) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
  return order
}

function checkRoom(ctx: PayContext, order: Order, amountFen: number): void {
  const siblings = ctx.tables.refunds.all().filter((each) => each.outTradeNo === order.outTradeNo)
  if (siblings.length >= MAX_REFUNDS) throw invalidRequest('该订单退款次数已达上限')
  if (order.refundedFen + amountFen > order.totalFen) {
    throw invalidRequest('申请退款金额大于订单剩余可退金额')
  }
  if (ctx.now() - (order.paidAt ?? 0) > MAX_AGE_MS)
    throw invalidRequest('订单已超过可退款的最大期限')
  const last = Math.max(0, ...siblings.map((each) => each.createdAt))
  if (ctx.now() - last < ctx.settings().refundIntervalMs) {
    throw new PayError(429, 'FREQUENCY_LIMITED', '频率限制：同一订单退款请间隔一分钟')
  }
}

export interface RefundRequest {
  outRefundNo: string
  amountFen: number
  totalFen: number
  reason: string
  notifyUrl: string
}

export function readOutRefundNo(fields: Fields): string {
  const outRefundNo = requireText(fields, 'out_refund_no', 64)
  if (!/^[0-9A-Za-z_\-|*@]+$/.test(outRefundNo)) throw paramError('“out_refund_no”格式不正确')
  return outRefundNo
}

/** Takes a refund up: the same number with the same facts answers the same refund. */
export function takeRefund(ctx: PayContext, order: Order, request: RefundRequest): Refund {
  const { outRefundNo, amountFen, totalFen } = request
  const known = ctx.tables.refunds.get(outRefundNo)
  if (known) {
    const isSame = known.outTradeNo === order.outTradeNo && known.amountFen === amountFen
    if (!isSame || known.totalFen !== totalFen) {
      throw invalidRequest('订单金额或退款金额与之前请求不一致，请核实后再试')
    }
    return known
  }
  if (order.transactionId === undefined) throw invalidRequest('订单未支付，不支持退款')
  if (totalFen !== order.totalFen) throw invalidRequest('订单金额不一致，请核实后再试')
  checkRoom(ctx, order, amountFen)
  const refund: Refund = {
    ...request,
    refundId: `50300000${String(nextNumber(ctx.tables, 'refund')).padStart(20, '0')}`,
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId,
    createdAt: ctx.now(),
    startedAt: ctx.now(),
    state: 'PROCESSING',
    channel: 'ORIGINAL',
    account: '支付用户零钱',
    ...(order.isCloudPay ? { isCloudPay: true } : {}),
  }
  const refundedFen = order.refundedFen + amountFen
  ctx.tables.orders.put(order.outTradeNo, { ...order, state: 'REFUND', refundedFen })
  startRefund(ctx, refund)
  return refund
}

/** POST /v3/refund/domestic/refunds */
export function createRefund(ctx: PayContext, fields: Fields) {
  const amount = requireObject(fields, 'amount')
  if (amount['currency'] !== 'CNY') throw paramError('“currency”只支持CNY')
  if (!FUNDS_ACCOUNTS.includes(fields['funds_account'])) {
    throw paramError('“funds_account”取值不正确')
  }
  const request: RefundRequest = {
    outRefundNo: readOutRefundNo(fields),
    amountFen: requireFen(amount, 'refund'),
    totalFen: requireFen(amount, 'total'),
    reason: optionalText(fields, 'reason', 80),
    notifyUrl: readNotifyUrl(fields, false, ctx.base()),
  }
  return describe(takeRefund(ctx, findOrder(ctx, fields), request))
}

/** GET /v3/refund/domestic/refunds/{out_refund_no} */
export function queryRefund(ctx: PayContext, outRefundNo: string) {
  const refund = ctx.tables.refunds.get(outRefundNo)
  if (!refund || refund.isCloudPay) {
    throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
  }
  return describe(refund)
}
