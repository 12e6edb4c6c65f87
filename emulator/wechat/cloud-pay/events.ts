// What a cloud function is told of a payment or refund made through cloudPay: APIv2's fields in camel case.
import { randomBytes } from 'node:crypto'
import type { Keyring } from '../keys'
import { toBillTime } from '../shanghai'
import type { Order } from '../pay/orders'
import type { Refund, RefundOutcome } from '../pay/refund-moves'

/** The service provider behind cloudPay, whose app and merchant the real cloud names beside the shop's own. */
export const PROVIDER = { appid: 'wxd2d16a504f24665e', mchId: '1800008281' }

const REFUND_STATUS: Record<RefundOutcome | 'PROCESSING', string> = {
  SUCCESS: 'SUCCESS',
  CLOSED: 'REFUNDCLOSE',
  ABNORMAL: 'CHANGE',
  PROCESSING: 'PROCESSING',
}

/** `20261122100000` */
export function toCompactTime(at: number): string {
  return toBillTime(at).replace(/\D/g, '')
}

export function refundStatusOf(refund: Refund): string {
  return REFUND_STATUS[refund.state]
}

export function makeNonce(): string {
  return randomBytes(8).toString('hex')
}

function commonFacts(keys: Keyring) {
  return {
    returnCode: 'SUCCESS',
    appid: PROVIDER.appid,
    mchId: PROVIDER.mchId,
    subAppid: keys.appid,
    subMchId: keys.mchid,
    nonceStr: makeNonce(),
  }
}

/** The event of a payment: what unifiedOrder's `functionName` is invoked with. */
export function describePayment(keys: Keyring, order: Order): Record<string, unknown> {
  return {
    ...commonFacts(keys),
    resultCode: 'SUCCESS',
    openid: `oProvider-${order.openid}`,
    isSubscribe: 'N',
    subOpenid: order.openid,
    subIsSubscribe: 'N',
    tradeType: 'JSAPI',
    bankType: 'OTHERS',
    totalFee: order.totalFen,
    feeType: 'CNY',
    cashFee: order.totalFen,
    transactionId: order.transactionId,
    outTradeNo: order.outTradeNo,
    ...(order.attach === '' ? {} : { attach: order.attach }),
    timeEnd: toCompactTime(order.paidAt ?? 0),
  }
}

/** The event of a refund: what refund's `functionName` is invoked with. */
export function describeRefund(keys: Keyring, refund: Refund): Record<string, unknown> {
  const { succeededAt } = refund
  return {
    ...commonFacts(keys),
    transactionId: refund.transactionId,
    outTradeNo: refund.outTradeNo,
    refundId: refund.refundId,
    outRefundNo: refund.outRefundNo,
    totalFee: refund.totalFen,
    refundFee: refund.amountFen,
    settlementRefundFee: refund.amountFen,
    refundStatus: refundStatusOf(refund),
    ...(succeededAt === undefined ? {} : { successTime: toBillTime(succeededAt) }),
    refundRecvAccout: refund.account,
    refundAccount: 'REFUND_SOURCE_RECHARGE_FUNDS',
    refundRequestSource: 'API',
  }
}
