// Payments of the sandbox as the merchant sees them: JSAPI prepay, query, close.
import { randomBytes } from 'node:crypto'
import type { Tables } from '../tables'
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

const MIN_LIFE_MS = 60_000

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'

export interface Order {
  outTradeNo: string
  description: string
  attach: string
  /** A path of the cloud itself, an https address, or `function:<name>`. */
  notifyUrl: string
  totalFen: number
  openid: string
  /** As asked for; the payer may pay until `expireAt`. */
  timeExpire: string
  expireAt: number | null
  createdAt: number
  state: TradeState
  transactionId?: string
  paidAt?: number
  /** Fen of refunds that are not closed. */
  refundedFen: number
  /** Set when the number was closed before it was ever placed: WeChat then never accepts it. */
  isBurned?: boolean
  /** Set when it was placed through cloud.cloudPay: APIv3 doesn't know it. */
  isCloudPay?: boolean
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

export function checkOutTradeNo(outTradeNo: string): void {
  if (!/^[0-9A-Za-z_\-|*]{6,32}$/.test(outTradeNo)) {
    throw paramError('“out_trade_no”只能是6-32个数字、大小写字母_-|*')
  }
}

/** WeChat moves an end that comes too soon to one minute from now instead of refusing it. */
function readExpiry(text: string, now: number): number | null {
  if (text === '') return null
  const at = Date.parse(text)
  const isDated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+\d\d:\d\d|Z)$/.test(text)
  if (!isDated || Number.isNaN(at)) throw paramError('“time_expire”不是rfc3339格式的时间')
  return Math.max(at, now + MIN_LIFE_MS)
}

function readOrder(ctx: PayContext, fields: Fields): Order {
  const keys = ctx.keys()
  if (requireText(fields, 'appid', 32) !== keys.appid) {
    throw new PayError(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  }
  checkMerchant(fields, 'mchid', keys.mchid)
  const outTradeNo = requireText(fields, 'out_trade_no', 32)
  checkOutTradeNo(outTradeNo)
  const amount = requireObject(fields, 'amount')
  const currency = amount['currency']
  if (currency !== undefined && currency !== 'CNY') throw paramError('“currency”只支持CNY')
  const timeExpire = optionalText(fields, 'time_expire', 64)
  return {
    outTradeNo,
    description: requireText(fields, 'description', 127),
    attach: optionalText(fields, 'attach', 128),
    notifyUrl: readNotifyUrl(fields, true, ctx.base()),
    totalFen: requireFen(amount, 'total'),
    openid: requireText(requireObject(fields, 'payer'), 'openid', 128),
    timeExpire,
    expireAt: readExpiry(timeExpire, ctx.now()),
    createdAt: ctx.now(),
    state: 'NOTPAY',
    refundedFen: 0,
  }
}

function isSameRequest(a: Order, b: Order): boolean {
  const facts = (order: Order) =>
    JSON.stringify([
      order.description,
      order.attach,
      order.notifyUrl,
      order.totalFen,
      order.openid,
      order.timeExpire,
      order.isCloudPay === true,
    ])
  return facts(a) === facts(b)
}

/** Takes an order up: a repeated number with the same facts gives a fresh prepay id, with other facts it is refused. */
export function placeOrder(ctx: PayContext, order: Order): Prepay {
  const known = ctx.tables.orders.get(order.outTradeNo)
  if (known && !known.isBurned) {
    if (known.state === 'CLOSED') throw new PayError(400, 'ORDER_CLOSED', '该订单已关闭')
    if (known.state !== 'NOTPAY') throw new PayError(400, 'ORDERPAID', '该订单已支付')
  }
  if (known && (known.isBurned || !isSameRequest(known, order))) {
    throw invalidRequest('请求重入时，参数与首次请求时不一致，请您检查请求参数是否发生变化')
  }
  if (!known) ctx.tables.orders.put(order.outTradeNo, order)
  const digits = toRfc3339(ctx.now()).slice(0, 19).replace(/\D/g, '')
  const prepayId = `wx${digits}${randomBytes(10).toString('hex')}`
  const issued: Prepay = { prepayId, outTradeNo: order.outTradeNo, issuedAt: ctx.now() }
  ctx.tables.prepays.put(prepayId, issued)
  return issued
}

/** POST /v3/pay/transactions/jsapi */
export function prepay(ctx: PayContext, fields: Fields) {
  return { prepay_id: placeOrder(ctx, readOrder(ctx, fields)).prepayId }
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

/** An order by its number, as the asker's side knows it: APIv3 and cloudPay don't see each other's. */
export function findByNumber(
  tables: Tables,
  outTradeNo: string,
  isCloudPay = false,
): Order | undefined {
  const order = tables.orders.get(outTradeNo)
  const isTheirs = order !== undefined && (order.isCloudPay ?? false) === isCloudPay
  return isTheirs && !order.isBurned ? order : undefined
}

export function findByTransaction(
  tables: Tables,
  transactionId: string,
  isCloudPay = false,
): Order | undefined {
  const outTradeNo = tables.transactions.get(transactionId)
  return outTradeNo === undefined ? undefined : findByNumber(tables, outTradeNo, isCloudPay)
}

/** GET …/out-trade-no/{no} and …/id/{transaction id}. */
export function queryOrder(ctx: PayContext, order: Order | undefined, mchid: string | null) {
  checkMerchant({ mchid }, 'mchid', ctx.keys().mchid)
  if (!order) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在')
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

function burn(ctx: PayContext, outTradeNo: string): void {
  const burned: Order = {
    outTradeNo,
    description: '',
    attach: '',
    notifyUrl: '',
    totalFen: 0,
    openid: '',
    timeExpire: '',
    expireAt: null,
    createdAt: ctx.now(),
    state: 'CLOSED',
    refundedFen: 0,
    isBurned: true,
  }
  ctx.tables.orders.put(outTradeNo, burned)
}

/** Closes an order: repeatable; a paid one is refused; a number never placed is burned for good. */
export function closeOrder(ctx: PayContext, outTradeNo: string): void {
  checkOutTradeNo(outTradeNo)
  const order = ctx.tables.orders.get(outTradeNo)
  if (!order) return burn(ctx, outTradeNo)
  if (order.state === 'CLOSED') return
  if (order.state !== 'NOTPAY') throw new PayError(400, 'ORDERPAID', '该订单已支付')
  ctx.tables.orders.put(outTradeNo, { ...order, state: 'CLOSED' })
}
