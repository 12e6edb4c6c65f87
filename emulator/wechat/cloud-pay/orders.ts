// cloudPay's payments: unifiedOrder hands out what wx.requestPayment wants; the result comes by invoking a function.
import { text } from '../answers'
import type { Caller } from '../host'
import { findByNumber, findByTransaction, type Order } from '../pay/orders'
import { checkOutTradeNo, closeOrder, placeOrder } from '../pay/orders'
import { paramError, PayError, type PayContext } from '../pay/context'
import { optionalText, requireFen, requireText, type Fields } from '../pay/fields'
import { signMd5 } from '../pay/phone-payment'
import { FUNCTION_SCHEME } from '../pay/seal-notice'
import type { V2Answer } from './answers'
import { makeNonce, PROVIDER, toCompactTime } from './events'

/** The shop's own merchant, bound to the provider in the console. */
export function checkSubMerchant(ctx: PayContext, fields: Fields): void {
  if (fields['sub_mch_id'] !== ctx.keys().mchid) {
    throw new PayError(400, 'NO_AUTH', '子商户号未授权给云开发，请在控制台绑定')
  }
}

/** The function that is told the result; the environment is taken for this one, whatever it is called. */
export function readCallback(fields: Fields, isRequired: boolean): string {
  requireText(fields, 'env_id', 64)
  const name = isRequired
    ? requireText(fields, 'function_name', 64)
    : optionalText(fields, 'function_name', 64)
  return name === '' ? '' : `${FUNCTION_SCHEME}${name}`
}

/** `20261122100000`, Shanghai time. */
function readExpiry(value: string): number | null {
  if (value === '') return null
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value)
  const [, y, m, d, h, i, s] = parts ?? []
  const at = Date.parse(`${y}-${m}-${d}T${h}:${i}:${s}+08:00`)
  if (Number.isNaN(at)) throw paramError('time_expire参数格式错误')
  return at
}

/** cloudPay.unifiedOrder */
export function unifiedOrder(ctx: PayContext, fields: Fields, caller: Caller): V2Answer {
  const keys = ctx.keys()
  checkSubMerchant(ctx, fields)
  const outTradeNo = requireText(fields, 'out_trade_no', 32)
  checkOutTradeNo(outTradeNo)
  requireText(fields, 'spbill_create_ip', 64)
  const type = optionalText(fields, 'trade_type', 16)
  if (type !== '' && type !== 'JSAPI') throw paramError('trade_type参数只支持JSAPI')
  const openid = text(fields['sub_openid']) || text(fields['openid']) || (caller.openid ?? '')
  if (openid === '') throw paramError('缺少参数sub_openid')
  const timeExpire = optionalText(fields, 'time_expire', 14)
  const order: Order = {
    outTradeNo,
    description: requireText(fields, 'body', 128),
    attach: optionalText(fields, 'attach', 127),
    notifyUrl: readCallback(fields, true),
    totalFen: requireFen(fields, 'total_fee'),
    openid,
    timeExpire,
    expireAt: readExpiry(timeExpire),
    createdAt: ctx.now(),
    state: 'NOTPAY',
    refundedFen: 0,
    isCloudPay: true,
  }
  const { prepayId } = placeOrder(ctx, order)
  const sheet = {
    timeStamp: String(Math.floor(ctx.now() / 1000)),
    nonceStr: makeNonce(),
    package: `prepay_id=${prepayId}`,
    signType: 'MD5',
  }
  const payment = {
    app_id: keys.appid,
    time_stamp: sheet.timeStamp,
    nonce_str: sheet.nonceStr,
    package: sheet.package,
    sign_type: sheet.signType,
    pay_sign: signMd5(sheet, keys.appid, keys.cloudPayKey),
  }
  return { trade_type: 'JSAPI', prepay_id: prepayId, payment }
}

export function findOrder(ctx: PayContext, fields: Fields): Order | undefined {
  const transactionId = optionalText(fields, 'transaction_id', 32)
  const outTradeNo = optionalText(fields, 'out_trade_no', 32)
  if (transactionId === '' && outTradeNo === '') {
    throw paramError('transaction_id和out_trade_no不能同时为空')
  }
  return transactionId
    ? findByTransaction(ctx.tables, transactionId, true)
    : findByNumber(ctx.tables, outTradeNo, true)
}

/** cloudPay.queryOrder */
export function queryOrder(ctx: PayContext, fields: Fields): V2Answer {
  checkSubMerchant(ctx, fields)
  const order = findOrder(ctx, fields)
  if (!order) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在')
  const facts = { out_trade_no: order.outTradeNo, attach: order.attach, trade_state: order.state }
  if (order.transactionId === undefined) {
    return { ...facts, trade_state_desc: order.state === 'CLOSED' ? '订单已关闭' : '订单未支付' }
  }
  return {
    ...facts,
    trade_state_desc: '支付成功',
    openid: `${PROVIDER.appid}-${order.openid}`,
    sub_openid: order.openid,
    is_subscribe: 'N',
    sub_is_subscribe: 'N',
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    total_fee: order.totalFen,
    cash_fee: order.totalFen,
    fee_type: 'CNY',
    transaction_id: order.transactionId,
    time_end: toCompactTime(order.paidAt ?? 0),
  }
}

/** cloudPay.closeOrder */
export function close(ctx: PayContext, fields: Fields): V2Answer {
  checkSubMerchant(ctx, fields)
  const outTradeNo = requireText(fields, 'out_trade_no', 32)
  const order = findByNumber(ctx.tables, outTradeNo, true)
  if (!order) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在')
  if (order.state === 'CLOSED') throw new PayError(400, 'ORDER_CLOSED', '订单已关闭')
  closeOrder(ctx, outTradeNo)
  return {}
}
