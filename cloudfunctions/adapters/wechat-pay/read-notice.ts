// Verifies and opens a notice with Node's own crypto: the notice function must not load an HTTP client for it.
import { createDecipheriv, verify } from 'node:crypto'
import { NoticeRefused, type NoticeRefusal, type PayNotice } from '../../ports/payments'
import type { PayConfig } from './config'
import { isRecord, readFields, textOf, type Answer } from './read-answer'

const MAX_OFFSET_S = 300
const TAG_BYTES = 16

function refuse(reason: NoticeRefusal): NoticeRefused {
  return new NoticeRefused(reason)
}

function checkSignature(
  config: PayConfig,
  headers: Record<string, string>,
  rawBody: string,
  now: number,
): void {
  const found = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const part = (name: string) => {
    const value = found.get(`wechatpay-${name}`)
    if (!value) throw refuse('HEADERS_MISSING')
    return value
  }
  const [timestamp, nonce] = [part('timestamp'), part('nonce')]
  const [serial, signature] = [part('serial'), part('signature')]
  if (!(Math.abs(now / 1000 - Number(timestamp)) <= MAX_OFFSET_S)) throw refuse('TIMESTAMP_OFF')
  const key = Object.hasOwn(config.knownKeys, serial) ? config.knownKeys[serial] : undefined
  if (!key) throw refuse('KEY_UNKNOWN')
  const message = Buffer.from(`${timestamp}\n${nonce}\n${rawBody}\n`)
  if (!verify('RSA-SHA256', message, key, Buffer.from(signature, 'base64'))) {
    throw refuse('SIGNATURE_WRONG')
  }
}

function decrypt(resource: Record<string, unknown>, apiV3Key: string): unknown {
  try {
    const sealed = Buffer.from(textOf(resource['ciphertext']), 'base64')
    const decipher = createDecipheriv('aes-256-gcm', apiV3Key, textOf(resource['nonce']), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(textOf(resource['associated_data'])))
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    const plain = [decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]
    return JSON.parse(Buffer.concat(plain).toString('utf8'))
  } catch {
    throw refuse('DECRYPTION_FAILED')
  }
}

function readPayment(noticeId: string, facts: Answer): PayNotice {
  return {
    kind: 'payment',
    noticeId,
    outTradeNo: facts.text('out_trade_no'),
    attach: facts.optionalText('attach'),
    transactionId: facts.text('transaction_id'),
    paidAt: facts.moment('success_time'),
    amountFen: facts.inner('amount').fen('total'),
    payerOpenid: facts.inner('payer').text('openid'),
  }
}

function readRefund(noticeId: string, facts: Answer): PayNotice {
  const statuses: Record<string, 'success' | 'closed' | 'abnormal'> = {
    SUCCESS: 'success',
    CLOSED: 'closed',
    CLOSE: 'closed',
    ABNORMAL: 'abnormal',
  }
  const status = statuses[facts.text('refund_status')]
  if (!status) throw refuse('BODY_MALFORMED')
  return {
    kind: 'refund',
    noticeId,
    outTradeNo: facts.text('out_trade_no'),
    outRefundNo: facts.text('out_refund_no'),
    refundId: facts.text('refund_id'),
    status,
    ...(status === 'success' ? { succeededAt: facts.moment('success_time') } : {}),
    amountFen: facts.inner('amount').fen('refund'),
    totalFen: facts.inner('amount').fen('total'),
  }
}

function readTransfer(noticeId: string, facts: Answer): PayNotice {
  const statuses: Record<string, 'success' | 'fail' | 'cancelled'> = {
    SUCCESS: 'success',
    FAIL: 'fail',
    CANCELLED: 'cancelled',
  }
  const status = statuses[facts.text('state')]
  if (!status) throw refuse('BODY_MALFORMED')
  return {
    kind: 'transfer',
    noticeId,
    outBillNo: facts.text('out_bill_no'),
    transferBillNo: facts.text('transfer_bill_no'),
    status,
    ...(status === 'fail' ? { failReason: facts.optionalText('fail_reason') } : {}),
    amountFen: facts.fen('transfer_amount'),
    openid: facts.text('openid'),
    updatedAt: facts.moment('update_time'),
  }
}

function parse(rawBody: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(rawBody)
    if (isRecord(value)) return value
  } catch {
    // Falls through to the refusal.
  }
  throw refuse('BODY_MALFORMED')
}

/** See Payments.readNotice. */
export function readNotice(
  config: PayConfig,
  headers: Record<string, string>,
  rawBody: string,
  now: number,
): PayNotice {
  checkSignature(config, headers, rawBody, now)
  const notice = parse(rawBody)
  const resource = notice['resource']
  if (!isRecord(resource)) throw refuse('BODY_MALFORMED')
  const plaintext = decrypt(resource, config.apiV3Key)
  const facts = readFields(plaintext, () => refuse('BODY_MALFORMED'))
  // The transfer query says mch_id where the notices say mchid.
  const mchid = facts.optionalText('mchid') || facts.optionalText('mch_id')
  if (mchid !== '' && mchid !== config.mchid) throw refuse('NOT_OURS')
  const noticeId = textOf(notice['id'])
  const event = textOf(notice['event_type'])
  if (event === 'TRANSACTION.SUCCESS') return readPayment(noticeId, facts)
  if (event.startsWith('REFUND.')) return readRefund(noticeId, facts)
  if (event === 'MCHTRANSFER.BILL.FINISHED') return readTransfer(noticeId, facts)
  throw refuse('KIND_UNKNOWN')
}
