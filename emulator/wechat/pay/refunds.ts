// Refunds of the sandbox: accepted first, final later, at most fifty per order and never more than was paid.
import { closeWork, listOpenWork, nextNumber, openWork } from '../tables'
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
import { findByTransaction, type Order } from './orders'

const MAX_REFUNDS = 50
const MAX_AGE_MS = 365 * DAY_MS
const ACCOUNT = '支付用户零钱'

export type RefundOutcome = 'SUCCESS' | 'CLOSED' | 'ABNORMAL'

export interface Refund {
  refundId: string
  outRefundNo: string
  outTradeNo: string
  transactionId: string
  amountFen: number
  totalFen: number
  reason: string
  notifyUrl: string
  createdAt: number
  state: 'PROCESSING' | RefundOutcome
  succeededAt?: number
  /** What it will become when its time has come. */
  outcome: RefundOutcome
}

function describe(refund: Refund) {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: ACCOUNT,
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
  const order = outTradeNo
    ? ctx.tables.orders.get(outTradeNo)
    : findByTransaction(ctx.tables, transactionId)
  if (!order || order.isBurned) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
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

/** POST /v3/refund/domestic/refunds: the same number with the same facts answers the same refund. */
export function createRefund(ctx: PayContext, fields: Fields) {
  const outRefundNo = requireText(fields, 'out_refund_no', 64)
  if (!/^[0-9A-Za-z_\-|*@]+$/.test(outRefundNo)) throw paramError('“out_refund_no”格式不正确')
  const amount = requireObject(fields, 'amount')
  const amountFen = requireFen(amount, 'refund')
  const totalFen = requireFen(amount, 'total')
  if (amount['currency'] !== 'CNY') throw paramError('“currency”只支持CNY')
  const reason = optionalText(fields, 'reason', 80)
  const notifyUrl = readNotifyUrl(fields, false, ctx.base())
  const order = findOrder(ctx, fields)
  const known = ctx.tables.refunds.get(outRefundNo)
  if (known) {
    const isSame = known.outTradeNo === order.outTradeNo && known.amountFen === amountFen
    if (!isSame || known.totalFen !== totalFen) {
      throw invalidRequest('订单金额或退款金额与之前请求不一致，请核实后再试')
    }
    return describe(known)
  }
  if (order.transactionId === undefined) throw invalidRequest('订单未支付，不支持退款')
  if (totalFen !== order.totalFen) throw invalidRequest('订单金额不一致，请核实后再试')
  checkRoom(ctx, order, amountFen)
  const refund: Refund = {
    refundId: `50300000${String(nextNumber(ctx.tables, 'refund')).padStart(20, '0')}`,
    outRefundNo,
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId,
    amountFen,
    totalFen,
    reason,
    notifyUrl,
    createdAt: ctx.now(),
    state: 'PROCESSING',
    outcome: 'SUCCESS',
  }
  ctx.tables.refunds.put(outRefundNo, refund)
  openWork(ctx.tables, 'refund', outRefundNo)
  const refundedFen = order.refundedFen + amountFen
  ctx.tables.orders.put(order.outTradeNo, { ...order, state: 'REFUND', refundedFen })
  ctx.wake()
  return describe(refund)
}

/** GET /v3/refund/domestic/refunds/{out_refund_no} */
export function queryRefund(ctx: PayContext, outRefundNo: string) {
  const refund = ctx.tables.refunds.get(outRefundNo)
  if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
  return describe(refund)
}

function finish(ctx: PayContext, refund: Refund): void {
  const done: Refund = { ...refund, state: refund.outcome }
  if (done.state === 'SUCCESS') done.succeededAt = ctx.now()
  ctx.tables.refunds.put(done.outRefundNo, done)
  closeWork(ctx.tables, 'refund', done.outRefundNo)
  const order = ctx.tables.orders.get(done.outTradeNo)
  if (done.state === 'CLOSED' && order) {
    const refundedFen = order.refundedFen - done.amountFen
    ctx.tables.orders.put(order.outTradeNo, { ...order, refundedFen })
  }
  const summary = { SUCCESS: '退款成功', CLOSED: '退款关闭', ABNORMAL: '退款异常', PROCESSING: '' }
  ctx.announce({
    kind: 'refund',
    url: done.notifyUrl,
    eventType: `REFUND.${done.state}`,
    originalType: 'refund',
    summary: summary[done.state],
    about: done.outRefundNo,
    plaintext: {
      mchid: ctx.keys().mchid,
      out_trade_no: done.outTradeNo,
      transaction_id: done.transactionId,
      out_refund_no: done.outRefundNo,
      refund_id: done.refundId,
      refund_status: done.state,
      ...(done.succeededAt === undefined ? {} : { success_time: toRfc3339(done.succeededAt) }),
      user_received_account: ACCOUNT,
      amount: {
        total: done.totalFen,
        refund: done.amountFen,
        payer_total: done.totalFen,
        payer_refund: done.amountFen,
      },
    },
  })
}

/** Moves every refund whose time has come to its outcome. */
export function advanceRefunds(ctx: PayContext): void {
  const { refundMs } = ctx.settings()
  for (const id of listOpenWork(ctx.tables, 'refund')) {
    const refund = ctx.tables.refunds.get(id)
    if (refund?.state === 'PROCESSING' && ctx.now() - refund.createdAt >= refundMs) {
      finish(ctx, refund)
    }
  }
}

/** Orders what a refund that is still processing will become. */
export function decideRefund(ctx: PayContext, outRefundNo: string, outcome: RefundOutcome): Refund {
  const refund = ctx.tables.refunds.get(outRefundNo)
  if (!refund) throw new RangeError(`no refund ${outRefundNo}`)
  if (refund.state !== 'PROCESSING')
    throw new RangeError(`refund ${outRefundNo} is ${refund.state}`)
  const decided: Refund = { ...refund, outcome }
  ctx.tables.refunds.put(outRefundNo, decided)
  return decided
}
