// Payments of the sandbox: JSAPI prepay, query, close, and what the payer's phone does with a prepay id.
import { createVerify, randomBytes } from 'node:crypto'
import { nextNumber, type Tables } from '../tables'
import { toRfc3339 } from '../shanghai'
import { invalidRequest, paramError, PayError, type PayContext } from './context'
import {
  checkMerchant,
  optionalText,
  readNotifyUrl,
  requireFen,
  requireObject,
  requireText,
  type Fields,
} from './fields'

const PREPAY_LIFE_MS = 2 * 3_600_000

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'

export interface Order {
  outTradeNo: string
  description: string
  attach: string
  notifyUrl: string
  totalFen: number
  openid: string
  expireAt: number | null
  createdAt: number
  state: TradeState
  transactionId?: string
  paidAt?: number
  /** Fen of refunds that are neither closed nor abnormal-and-given-up. */
  refundedFen: number
  /** Set when the number was closed before it was ever placed: WeChat then never accepts it. */
  isBurned?: boolean
}

export interface Prepay {
  prepayId: string
  outTradeNo: string
  issuedAt: number
}

const DESCRIPTION: Record<TradeState, string> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款，退款详情请查询退款单',
  CLOSED: '订单已关闭',
}

function readOrder(ctx: PayContext, fields: Fields): Order {
  const keys = ctx.keys()
  if (fields['appid'] !== keys.appid) {
    throw new PayError(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  }
  checkMerchant(fields, 'mchid', keys.mchid)
  const outTradeNo = requireText(fields, 'out_trade_no', 32)
  if (!/^[0-9A-Za-z_\-|*]{6,32}$/.test(outTradeNo)) throw paramError('“out_trade_no”格式不正确')
  const amount = requireObject(fields, 'amount')
  const currency = amount['currency']
  if (currency !== undefined && currency !== 'CNY') throw paramError('“currency”只支持CNY')
  const expires = optionalText(fields, 'time_expire', 64)
  const expireAt = expires === '' ? null : Date.parse(expires)
  const isDated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\+\d\d:\d\d|Z)$/.test(expires)
  if (expireAt !== null && !(isDated && expireAt > ctx.now())) {
    throw paramError('“time_expire”格式不正确或早于当前时间')
  }
  return {
    outTradeNo,
    description: requireText(fields, 'description', 127),
    attach: optionalText(fields, 'attach', 128),
    notifyUrl: readNotifyUrl(fields, true, ctx.base()),
    totalFen: requireFen(amount, 'total'),
    openid: requireText(requireObject(fields, 'payer'), 'openid', 128),
    expireAt,
    createdAt: ctx.now(),
    state: 'NOTPAY',
    refundedFen: 0,
  }
}

function isSameRequest(a: Order, b: Order): boolean {
  return (
    a.description === b.description &&
    a.attach === b.attach &&
    a.notifyUrl === b.notifyUrl &&
    a.totalFen === b.totalFen &&
    a.openid === b.openid &&
    a.expireAt === b.expireAt
  )
}

/** POST /v3/pay/transactions/jsapi: a repeated number with the same facts gives a fresh prepay id. */
export function prepay(ctx: PayContext, fields: Fields) {
  const order = readOrder(ctx, fields)
  const known = ctx.tables.orders.get(order.outTradeNo)
  if (known && !known.isBurned) {
    if (known.state === 'CLOSED') throw new PayError(400, 'ORDER_CLOSED', '该订单已关闭')
    if (known.state !== 'NOTPAY') throw new PayError(400, 'ORDERPAID', '该订单已支付')
  }
  if (known && (known.isBurned || !isSameRequest(known, order))) {
    throw invalidRequest('请求重入时，参数与首次请求时不一致，请您检查请求参数是否发生变化')
  }
  if (!known) ctx.tables.orders.put(order.outTradeNo, order)
  const prepayId = `wx${toRfc3339(ctx.now()).slice(0, 19).replace(/\D/g, '')}${randomBytes(10).toString('hex')}`
  const issued: Prepay = { prepayId, outTradeNo: order.outTradeNo, issuedAt: ctx.now() }
  ctx.tables.prepays.put(prepayId, issued)
  return { prepay_id: prepayId }
}

/** The facts of a payment as the query and the notice tell them. */
export function paidFacts(ctx: PayContext, order: Order) {
  const keys = ctx.keys()
  return {
    mchid: keys.mchid,
    appid: keys.appid,
    out_trade_no: order.outTradeNo,
    transaction_id: order.transactionId,
    trade_type: 'JSAPI',
    trade_state: order.state,
    trade_state_desc: DESCRIPTION[order.state],
    bank_type: 'OTHERS',
    attach: order.attach,
    success_time: toRfc3339(order.paidAt ?? 0),
    payer: { openid: order.openid },
    amount: {
      total: order.totalFen,
      payer_total: order.totalFen,
      currency: 'CNY',
      payer_currency: 'CNY',
    },
  }
}

export function findByTransaction(tables: Tables, transactionId: string): Order | undefined {
  const outTradeNo = tables.transactions.get(transactionId)
  return outTradeNo === undefined ? undefined : tables.orders.get(outTradeNo)
}

/** GET …/out-trade-no/{no} and …/id/{transaction id}. */
export function queryOrder(ctx: PayContext, order: Order | undefined, mchid: string | null) {
  checkMerchant({ mchid }, 'mchid', ctx.keys().mchid)
  if (!order || order.isBurned) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在')
  if (order.transactionId !== undefined) return paidFacts(ctx, order)
  return {
    appid: ctx.keys().appid,
    mchid: ctx.keys().mchid,
    out_trade_no: order.outTradeNo,
    trade_state: order.state,
    trade_state_desc: DESCRIPTION[order.state],
    attach: order.attach,
    payer: {},
    amount: { total: order.totalFen, currency: 'CNY' },
  }
}

/** POST …/close: repeatable; a paid order is refused; a number never placed is burned for good. */
export function closeOrder(ctx: PayContext, outTradeNo: string, fields: Fields): void {
  checkMerchant(fields, 'mchid', ctx.keys().mchid)
  const order = ctx.tables.orders.get(outTradeNo)
  if (!order) {
    const burned: Order = {
      outTradeNo,
      description: '',
      attach: '',
      notifyUrl: '',
      totalFen: 0,
      openid: '',
      expireAt: null,
      createdAt: ctx.now(),
      state: 'CLOSED',
      refundedFen: 0,
      isBurned: true,
    }
    ctx.tables.orders.put(outTradeNo, burned)
    return
  }
  if (order.state === 'CLOSED') return
  if (order.state !== 'NOTPAY') throw new PayError(400, 'ORDERPAID', '该订单已支付')
  ctx.tables.orders.put(outTradeNo, { ...order, state: 'CLOSED' })
}

/** The parameters of wx.requestPayment, as the phone hands them to WeChat. */
export interface PaymentRequest {
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

/** Why the phone would refuse to open the payment sheet, or the order that may be paid. */
export function findPayable(
  ctx: PayContext,
  openid: string,
  request: PaymentRequest,
): { order: Order } | { fault: string } {
  const keys = ctx.keys()
  if (request.signType !== 'RSA') return { fault: '签名方式错误' }
  const lines = [keys.appid, request.timeStamp, request.nonceStr, request.package]
  const isGenuine = createVerify('RSA-SHA256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .verify(keys.merchantKey, request.paySign, 'base64')
  if (!isGenuine) return { fault: '支付验证签名失败' }
  const prepayId = /^prepay_id=(.+)$/.exec(request.package)?.[1] ?? ''
  const issued = ctx.tables.prepays.get(prepayId)
  if (!issued || ctx.now() - issued.issuedAt > PREPAY_LIFE_MS) return { fault: '预支付会话已过期' }
  const order = ctx.tables.orders.get(issued.outTradeNo)
  if (!order) return { fault: '订单不存在' }
  if (order.openid !== openid) return { fault: '下单账号与支付账号不一致' }
  if (order.state === 'CLOSED') return { fault: '订单已关闭' }
  if (order.state !== 'NOTPAY') return { fault: '该订单已支付' }
  if (order.expireAt !== null && ctx.now() > order.expireAt) return { fault: '订单已过期' }
  return { order }
}

/** Takes the money: the order becomes paid and the merchant is told. */
export function payOrder(ctx: PayContext, order: Order): Order {
  const day = toRfc3339(ctx.now()).slice(0, 10).replaceAll('-', '')
  const paid: Order = {
    ...order,
    state: 'SUCCESS',
    paidAt: ctx.now(),
    transactionId: `4200000${day}${String(nextNumber(ctx.tables, 'transaction')).padStart(13, '0')}`,
  }
  ctx.tables.orders.put(order.outTradeNo, paid)
  ctx.tables.transactions.put(paid.transactionId ?? '', paid.outTradeNo)
  ctx.announce({
    kind: 'payment',
    url: paid.notifyUrl,
    eventType: 'TRANSACTION.SUCCESS',
    originalType: 'transaction',
    summary: '支付成功',
    about: paid.outTradeNo,
    plaintext: paidFacts(ctx, paid),
  })
  return paid
}
