// What the payer's phone does with a prepay id: checks the signature, takes the money, tells the merchant.
import { createHash, createVerify } from 'node:crypto'
import { nextNumber } from '../tables'
import { toRfc3339 } from '../shanghai'
import type { Announcement, PayContext } from './context'
import { describePayment } from '../cloud-pay/events'
import { paidFacts, type Order } from './orders'

const PREPAY_LIFE_MS = 2 * 3_600_000

/** The parameters of wx.requestPayment, as the phone hands them to WeChat. */
export interface PaymentRequest {
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

/** The signature of APIv2, which cloudPay still hands to the phone. */
export function signMd5(request: Omit<PaymentRequest, 'paySign'>, appid: string, key: string) {
  const parts = [
    `appId=${appid}`,
    `nonceStr=${request.nonceStr}`,
    `package=${request.package}`,
    `signType=${request.signType}`,
    `timeStamp=${request.timeStamp}`,
    `key=${key}`,
  ]
  return createHash('md5').update(parts.join('&')).digest('hex').toUpperCase()
}

function isGenuine(ctx: PayContext, request: PaymentRequest, isCloudPay: boolean): boolean {
  const keys = ctx.keys()
  if (isCloudPay) return request.paySign === signMd5(request, keys.appid, keys.cloudPayKey)
  const lines = [keys.appid, request.timeStamp, request.nonceStr, request.package]
  return createVerify('RSA-SHA256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .verify(keys.merchantKey, request.paySign, 'base64')
}

/** Why the phone would refuse to open the payment sheet, or the order that may be paid. */
export function findPayable(
  ctx: PayContext,
  openid: string,
  request: PaymentRequest,
): { order: Order } | { fault: string } {
  const prepayId = /^prepay_id=(.+)$/.exec(request.package)?.[1] ?? ''
  const issued = ctx.tables.prepays.get(prepayId)
  const order = issued && ctx.tables.orders.get(issued.outTradeNo)
  const isCloudPay = order?.isCloudPay === true
  if (request.signType !== (isCloudPay ? 'MD5' : 'RSA')) return { fault: '签名方式错误' }
  if (!isGenuine(ctx, request, isCloudPay)) return { fault: '支付验证签名失败' }
  if (!issued || ctx.now() - issued.issuedAt > PREPAY_LIFE_MS) return { fault: '预支付会话已过期' }
  if (!order) return { fault: '订单不存在' }
  if (order.openid !== openid) return { fault: '下单账号与支付账号不一致' }
  if (order.state === 'CLOSED') return { fault: '订单已关闭' }
  if (order.state !== 'NOTPAY') return { fault: '该订单已支付' }
  if (order.expireAt !== null && ctx.now() > order.expireAt) return { fault: '订单已过期' }
  return { order }
}

/** What a notice tells of a payment. */
export function paymentAnnouncement(ctx: PayContext, order: Order): Announcement {
  return {
    kind: 'payment',
    url: order.notifyUrl,
    eventType: 'TRANSACTION.SUCCESS',
    originalType: 'transaction',
    summary: '支付成功',
    about: order.outTradeNo,
    plaintext: order.isCloudPay ? describePayment(ctx.keys(), order) : paidFacts(ctx, order),
  }
}

/** Takes the money: the order becomes paid and the merchant is told. */
export function payOrder(ctx: PayContext, order: Order): Order {
  const day = toRfc3339(ctx.now()).slice(0, 10).replaceAll('-', '')
  const serial = String(nextNumber(ctx.tables, 'transaction')).padStart(13, '0')
  const transactionId = `4200000${day}${serial}`
  const paid: Order = { ...order, state: 'SUCCESS', paidAt: ctx.now(), transactionId }
  ctx.tables.orders.put(order.outTradeNo, paid)
  ctx.tables.transactions.put(transactionId, paid.outTradeNo)
  ctx.announce(paymentAnnouncement(ctx, paid))
  return paid
}
