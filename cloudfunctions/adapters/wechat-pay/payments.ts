// Payments and refunds over WeChat Pay v3.
import { createSign } from 'node:crypto'
import type { Payments, PaymentState, RefundState } from '../../ports/payments'
import { checkNumber, isNotFound, type PayClient } from './client'
import type { PayConfig } from './config'
import { toRfc3339 } from './moments'
import { readAnswer } from './read-answer'
import { readNotice } from './read-notice'
import { fetchTradeBill } from './trade-bill'
import { PayUnknown } from '../../ports/payments'

function readPayment(value: unknown): PaymentState {
  const answer = readAnswer('query', value)
  const state = answer.text('trade_state')
  switch (state) {
    case 'SUCCESS':
    case 'REFUND':
      return {
        state: state === 'SUCCESS' ? 'success' : 'refund',
        transactionId: answer.text('transaction_id'),
        paidAt: answer.moment('success_time'),
        amountFen: answer.inner('amount').fen('total'),
        payerOpenid: answer.inner('payer').text('openid'),
      }
    case 'NOTPAY':
    case 'USERPAYING':
    case 'PAYERROR':
      return { state: 'not-paid' }
    case 'CLOSED':
    case 'REVOKED':
      return { state: 'closed' }
    default:
      throw new PayUnknown('query', 'MALFORMED_ANSWER')
  }
}

function readRefund(operation: string, value: unknown): RefundState {
  const answer = readAnswer(operation, value)
  const refundId = answer.text('refund_id')
  const status = answer.text('status')
  switch (status) {
    case 'PROCESSING':
      return { state: 'processing', refundId }
    case 'SUCCESS':
      return { state: 'success', refundId, succeededAt: answer.moment('success_time') }
    case 'CLOSED':
    case 'CLOSE':
      return { state: 'closed', refundId }
    case 'ABNORMAL':
      return { state: 'abnormal', refundId }
    default:
      throw new PayUnknown(operation, 'MALFORMED_ANSWER')
  }
}

export function createPayments(config: () => PayConfig, client: PayClient): Payments {
  const byNumber = (outTradeNo: string) =>
    `v3/pay/transactions/out-trade-no/${checkNumber(outTradeNo)}`
  return {
    async prepay(input) {
      const { appid, mchid, notifyBase } = config()
      const answer = await client.post('prepay', 'v3/pay/transactions/jsapi', {
        appid,
        mchid,
        description: input.description,
        out_trade_no: checkNumber(input.outTradeNo),
        time_expire: toRfc3339(input.expireAt),
        ...(input.attach ? { attach: input.attach } : {}),
        notify_url: `${notifyBase}/payment`,
        amount: { total: input.amountFen, currency: 'CNY' },
        payer: { openid: input.payerOpenid },
      })
      return { prepayId: readAnswer('prepay', answer).text('prepay_id') }
    },
    clientParams(prepayId, now, nonce) {
      const { appid, privateKey } = config()
      const timeStamp = String(Math.floor(now / 1000))
      const prepayPackage = `prepay_id=${prepayId}`
      const lines = [appid, timeStamp, nonce, prepayPackage, '']
      const paySign = createSign('RSA-SHA256').update(lines.join('\n')).sign(privateKey, 'base64')
      const rest = { package: prepayPackage, signType: 'RSA' as const, paySign }
      return { appId: appid, timeStamp, nonceStr: nonce, ...rest }
    },
    async query(outTradeNo) {
      const { mchid } = config()
      try {
        return readPayment(await client.get('query', byNumber(outTradeNo), { mchid }))
      } catch (error) {
        if (isNotFound(error)) return { state: 'not-found' }
        throw error
      }
    },
    async close(outTradeNo) {
      const { mchid } = config()
      await client.post('close', `${byNumber(outTradeNo)}/close`, { mchid })
    },
    async refund(input) {
      const answer = await client.post('refund', 'v3/refund/domestic/refunds', {
        out_trade_no: checkNumber(input.outTradeNo),
        out_refund_no: checkNumber(input.outRefundNo),
        reason: input.reason,
        notify_url: `${config().notifyBase}/refund`,
        amount: { refund: input.amountFen, total: input.totalFen, currency: 'CNY' },
      })
      return readRefund('refund', answer)
    },
    async queryRefund(outRefundNo) {
      const path = `v3/refund/domestic/refunds/${checkNumber(outRefundNo)}`
      try {
        return readRefund('queryRefund', await client.get('queryRefund', path))
      } catch (error) {
        if (isNotFound(error)) return { state: 'not-found' }
        throw error
      }
    },
    readNotice: (headers, rawBody, now) => readNotice(config(), headers, rawBody, now),
    tradeBill: (date) => fetchTradeBill(client, date),
  }
}
