import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  NoticeRefused,
  PayNotConfigured,
  PayRefused,
  PayUnknown,
  type NoticeRefusal,
  type PayNotice,
} from '../../../cloudfunctions/ports/payments'
import { createWechatPay, type WechatPay } from '../../../cloudfunctions/adapters/wechat-pay'
import { startTestCloud, type TestCloud } from './test-cloud'

const DAY = 86_400_000
const PAYER = 'oShopper'
const PAYEE = 'oMei'

let cloud: TestCloud
let pay: WechatPay
let serial = 0
const number = (prefix: string) => `${prefix}${String((serial += 1)).padStart(10, '0')}`

beforeAll(async () => {
  cloud = await startTestCloud()
  pay = createWechatPay(cloud.env)
})
afterAll(() => cloud.stop())
beforeEach(() => {
  cloud.faults.length = 0
  cloud.merchant.received.length = 0
  cloud.merchant.status = 200
})

async function prepay(outTradeNo: string, amountFen = 12_345) {
  return pay.payments.prepay({
    outTradeNo,
    description: '茶与礼 · 银毫 & "礼盒"',
    amountFen,
    payerOpenid: PAYER,
    expireAt: cloud.clock.now() + 900_000,
    attach: 'ord_1',
  })
}

async function payFor(outTradeNo: string, amountFen = 12_345): Promise<void> {
  const { prepayId } = await prepay(outTradeNo, amountFen)
  const params = pay.payments.clientParams(prepayId, cloud.clock.now(), 'nonce')
  expect(cloud.control.pay(PAYER, params).errMsg).toBe('requestPayment:ok')
  await cloud.control.drain()
}

function lastNotice(): PayNotice {
  const last = cloud.merchant.received.at(-1)
  if (!last) throw new Error('no notice came')
  return pay.payments.readNotice(last.headers, last.body, cloud.clock.now())
}

async function failureOf(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    () => 'no failure',
    (error: unknown) => error,
  )
}

describe('paying', () => {
  it('takes an order from prepay to a verified notice and a query that agrees', async () => {
    const outTradeNo = number('ORDER')
    const { prepayId } = await prepay(outTradeNo)
    expect(await pay.payments.query(outTradeNo)).toEqual({ state: 'not-paid' })
    const params = pay.payments.clientParams(prepayId, cloud.clock.now(), 'n1')
    expect(params).toMatchObject({ package: `prepay_id=${prepayId}`, signType: 'RSA' })
    expect(cloud.control.pay(PAYER, params).errMsg).toBe('requestPayment:ok')
    await cloud.control.drain()
    const state = await pay.payments.query(outTradeNo)
    expect(state).toMatchObject({ state: 'success', amountFen: 12_345, payerOpenid: PAYER })
    expect(cloud.merchant.received.at(-1)?.path).toBe('/http/pay-notify/payment')
    const { state: _state, ...facts } = state as { state: string }
    expect(lastNotice()).toMatchObject({ kind: 'payment', outTradeNo, attach: 'ord_1', ...facts })
  })

  it('finds nothing under an unknown number', async () => {
    expect(await pay.payments.query('NOSUCHORDER')).toEqual({ state: 'not-found' })
    expect(await pay.payments.queryRefund('NOSUCHREFUND')).toEqual({ state: 'not-found' })
    expect(await pay.transfers.query('NOSUCHBILL')).toEqual({ state: 'not-found' })
  })

  it('gives a new prepay id for the same facts and refuses other facts under one number', async () => {
    const outTradeNo = number('AGAIN')
    const expireAt = cloud.clock.now() + 900_000
    const input = { outTradeNo, description: '茶', amountFen: 100, payerOpenid: PAYER, expireAt }
    await pay.payments.prepay(input)
    expect((await pay.payments.prepay(input)).prepayId).toMatch(/^wx/)
    const failure = await failureOf(pay.payments.prepay({ ...input, amountFen: 101 }))
    expect(failure).toBeInstanceOf(PayRefused)
    expect(failure).toMatchObject({ operation: 'prepay', code: 'INVALID_REQUEST', status: 400 })
  })

  it('closes an unpaid order for good, again without harm, and never a paid one', async () => {
    const outTradeNo = number('CLOSE')
    const { prepayId } = await prepay(outTradeNo)
    await pay.payments.close(outTradeNo)
    await pay.payments.close(outTradeNo)
    expect(await pay.payments.query(outTradeNo)).toEqual({ state: 'closed' })
    const params = pay.payments.clientParams(prepayId, cloud.clock.now(), 'n')
    expect(cloud.control.pay(PAYER, params).errMsg).toContain('订单已关闭')
    const paid = number('PAID')
    await payFor(paid)
    expect(await failureOf(pay.payments.close(paid))).toMatchObject({ code: 'ORDERPAID' })
  })
})

describe('refunding', () => {
  it('is accepted first and final by notice and query', async () => {
    const outTradeNo = number('ORDER')
    await payFor(outTradeNo)
    const input = { outTradeNo, amountFen: 3_000, totalFen: 12_345, reason: '少发一件' }
    const first = await pay.payments.refund({ ...input, outRefundNo: 'R1' })
    expect(first.state).toBe('processing')
    await cloud.control.drain()
    expect(await pay.payments.queryRefund('R1')).toMatchObject({ state: 'success' })
    expect(await pay.payments.refund({ ...input, outRefundNo: 'R1' })).toMatchObject({
      state: 'success',
    })
    expect(lastNotice()).toMatchObject({
      kind: 'refund',
      outRefundNo: 'R1',
      status: 'success',
      amountFen: 3_000,
      totalFen: 12_345,
    })
    expect(await pay.payments.query(outTradeNo)).toMatchObject({
      state: 'refund',
      amountFen: 12_345,
    })
    const tooMuch = pay.payments.refund({ ...input, outRefundNo: 'R2', amountFen: 9_346 })
    expect(await failureOf(tooMuch)).toBeInstanceOf(PayRefused)
  })

  it('tells an abnormal and a closed refund', async () => {
    const outTradeNo = number('ORDER')
    await payFor(outTradeNo, 1_000)
    cloud.control.settings({ refundMs: 60_000 })
    for (const [outRefundNo, outcome, status] of [
      ['RX1', 'ABNORMAL', 'abnormal'],
      ['RX2', 'CLOSED', 'closed'],
    ] as const) {
      await pay.payments.refund({
        outTradeNo,
        outRefundNo,
        amountFen: 400,
        totalFen: 1_000,
        reason: 'x',
      })
      cloud.control.decideRefund(outRefundNo, outcome)
      cloud.control.settings({ refundMs: 0 })
      await cloud.control.drain()
      expect((await pay.payments.queryRefund(outRefundNo)).state).toBe(status)
      expect(lastNotice()).toMatchObject({ kind: 'refund', outRefundNo, status })
      cloud.control.settings({ refundMs: 60_000 })
    }
    cloud.control.settings({ refundMs: 0 })
  })
})

describe('paying people out', () => {
  const bill = (outBillNo: string, amountFen = 5_000) => ({
    outBillNo,
    openid: PAYEE,
    amountFen,
    remark: '佣金提现',
  })

  it('waits for the person, then succeeds by notice and query', async () => {
    const outBillNo = number('BILL')
    const state = await pay.transfers.dispatch(bill(outBillNo))
    if (state.state !== 'wait-user-confirm') throw new Error(state.state)
    const params = pay.transfers.clientParams(state.packageInfo ?? '')
    expect(cloud.control.confirm(PAYEE, params, 'cancel').errMsg).toContain('cancel')
    expect((await pay.transfers.query(outBillNo)).state).toBe('wait-user-confirm')
    expect(cloud.control.confirm('oSomebody', params).errMsg).toContain('不一致')
    expect(cloud.control.confirm(PAYEE, params).errMsg).toBe('requestMerchantTransfer:ok')
    await cloud.control.drain()
    expect(await pay.transfers.query(outBillNo)).toMatchObject({ state: 'success' })
    expect(lastNotice()).toMatchObject({
      kind: 'transfer',
      outBillNo,
      status: 'success',
      amountFen: 5_000,
      openid: PAYEE,
    })
    expect((await pay.transfers.dispatch(bill(outBillNo))).state).toBe('success')
    expect(await failureOf(pay.transfers.dispatch(bill(outBillNo, 5_001)))).toBeInstanceOf(
      PayRefused,
    )
  })

  it('sends a real name encrypted and fails when it is somebody else’s', async () => {
    cloud.control.setPerson(PAYEE, { realName: '林美' })
    const right = { ...bill(number('NAME'), 200_000), userName: '林美' }
    expect((await pay.transfers.dispatch(right)).state).toBe('wait-user-confirm')
    expect((await pay.transfers.dispatch(right)).state).toBe('wait-user-confirm')
    const wrong = { ...bill(number('NAME'), 200_000), userName: '王五' }
    expect(await pay.transfers.dispatch(wrong)).toMatchObject({
      state: 'fail',
      reason: 'NAME_NOT_CORRECT',
    })
    const nameless = bill(number('NAME'), 200_000)
    expect(await failureOf(pay.transfers.dispatch(nameless))).toMatchObject({ code: 'PARAM_ERROR' })
  })

  it('is revoked before the person confirms', async () => {
    const outBillNo = number('REVOKE')
    await pay.transfers.dispatch(bill(outBillNo))
    expect((await pay.transfers.cancel(outBillNo)).state).toBe('canceling')
    await cloud.control.drain()
    expect((await pay.transfers.query(outBillNo)).state).toBe('cancelled')
    expect(lastNotice()).toMatchObject({ kind: 'transfer', status: 'cancelled' })
    expect(await pay.transfers.cancel('NOSUCHBILL')).toEqual({ state: 'not-found' })
  })
})

describe('an outcome that cannot be known', () => {
  it.each([
    ['a 500', { effect: 'fail' }, 'SYSTEM_ERROR'],
    ['a lost answer', { effect: 'drop-answer-after-work' }, 'CONNECTION'],
    ['a forged answer', { effect: 'fail', code: 'ANSWER_FORGED' }, 'UNTRUSTED_ANSWER'],
    ['an unsigned answer', { effect: 'fail', code: 'ANSWER_UNSIGNED' }, 'UNTRUSTED_ANSWER'],
    ['a late answer', { effect: 'fail', code: 'ANSWER_LATE' }, 'UNTRUSTED_ANSWER'],
    [
      'an answer under an unknown key',
      { effect: 'fail', code: 'ANSWER_KEY_UNKNOWN' },
      'UNTRUSTED_ANSWER',
    ],
  ])('%s is unknown, and the same number can be tried again', async (_name, effect, code) => {
    const input = { outBillNo: number('UNSURE'), openid: PAYEE, amountFen: 100, remark: 'r' }
    cloud.faults.push({ target: 'pay', effect })
    const failure = await failureOf(pay.transfers.dispatch(input))
    expect(failure).toBeInstanceOf(PayUnknown)
    expect(failure).toMatchObject({ operation: 'dispatch', code })
    expect((await pay.transfers.dispatch(input)).state).toBe('wait-user-confirm')
    const bills = cloud.control.transfers().filter((each) => each.outBillNo === input.outBillNo)
    expect(bills).toHaveLength(1)
  })

  it('a refused connection and an error page are unknown too', async () => {
    const nowhere = createWechatPay({ ...cloud.env, WXPAY_BASE_URL: 'http://127.0.0.1:1' })
    expect(await failureOf(nowhere.payments.query('ORDER1'))).toMatchObject({ code: 'CONNECTION' })
  })

  it('never leaks the signature, the person or the raw error', async () => {
    cloud.faults.push({ target: 'pay', effect: { effect: 'fail', code: 'ANSWER_FORGED' } })
    const failure = await failureOf(prepay(number('LEAK')))
    const { inspect } = await import('node:util')
    expect(inspect(failure, { depth: 9 })).not.toMatch(/WECHATPAY2|oShopper|axios/i)
    expect(JSON.stringify(failure)).not.toMatch(/WECHATPAY2|oShopper/)
  })
})

describe('reading a notice', () => {
  async function capture() {
    await payFor(number('NOTICE'))
    const sent = cloud.merchant.received.at(-1)
    if (!sent) throw new Error('no notice came')
    return sent
  }
  const reasonOf = (run: () => unknown): NoticeRefusal | 'accepted' => {
    try {
      run()
      return 'accepted'
    } catch (error) {
      if (error instanceof NoticeRefused) return error.reason
      throw error
    }
  }

  it('refuses everything that is not word for word WeChat’s', async () => {
    const { headers, body } = await capture()
    const now = cloud.clock.now()
    const read = (h: Record<string, string>, b = body, at = now) =>
      reasonOf(() => pay.payments.readNotice(h, b, at))
    expect(read(headers)).toBe('accepted')
    expect(read({ ...headers, 'wechatpay-signature': '' })).toBe('HEADERS_MISSING')
    expect(read({})).toBe('HEADERS_MISSING')
    expect(read({ ...headers, 'wechatpay-signature': 'WECHATPAY/SIGNTEST/abc' })).toBe(
      'SIGNATURE_WRONG',
    )
    expect(read({ ...headers, 'wechatpay-serial': 'PUB_KEY_ID_9' })).toBe('KEY_UNKNOWN')
    expect(read({ ...headers, 'wechatpay-serial': '__proto__' })).toBe('KEY_UNKNOWN')
    expect(read(headers, `${body} `)).toBe('SIGNATURE_WRONG')
    expect(read(headers, body, now + 302_000)).toBe('TIMESTAMP_OFF')
    expect(read(headers, body, now - 302_000)).toBe('TIMESTAMP_OFF')
    const shouting = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    )
    expect(read(shouting)).toBe('accepted')
  })

  it('refuses a notice sealed with another key', async () => {
    const { headers, body } = await capture()
    const other = createWechatPay({ ...cloud.env, WXPAY_APIV3_KEY: '0'.repeat(32) })
    expect(reasonOf(() => other.payments.readNotice(headers, body, cloud.clock.now()))).toBe(
      'DECRYPTION_FAILED',
    )
  })

  it('passes on a genuine notice with another amount: the order decides', async () => {
    const outTradeNo = number('AMOUNT')
    await prepay(outTradeNo)
    await cloud.control.forge({ outTradeNo, amountFen: 1 })
    expect(lastNotice()).toMatchObject({ kind: 'payment', outTradeNo, amountFen: 1 })
  })

  it('accepts the former key during a change of keys', async () => {
    const { headers, body } = await capture()
    const other = await startTestCloud()
    const moved = createWechatPay({
      ...cloud.env,
      WXPAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_NEW',
      WXPAY_PUBLIC_KEY: other.env['WXPAY_PUBLIC_KEY'],
      WXPAY_FORMER_KEY_ID: cloud.env['WXPAY_PUBLIC_KEY_ID'],
      WXPAY_FORMER_KEY: cloud.env['WXPAY_PUBLIC_KEY'],
    })
    await other.stop()
    const notice = moved.payments.readNotice(headers, body, cloud.clock.now())
    expect(notice.kind).toBe('payment')
  })
})

describe('the day’s bill', () => {
  it('lists payments and refunds in fen, and is null for a quiet day', async () => {
    // The SDK looks at Date, so the whole process moves to the next day.
    const outTradeNo = number('BILLED')
    await payFor(outTradeNo, 1_005)
    await pay.payments.refund({
      outTradeNo,
      outRefundNo: 'RB',
      amountFen: 1,
      totalFen: 1_005,
      reason: 'x',
    })
    await cloud.control.drain()
    const day = new Date(cloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(await failureOf(pay.payments.tradeBill(day))).toMatchObject({
      code: 'STATEMENT_CREATING',
    })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * DAY })
    try {
      const bill = await pay.payments.tradeBill(day)
      const paid = bill?.payments.find((each) => each.outTradeNo === outTradeNo)
      expect(paid).toMatchObject({ amountFen: 1_005 })
      expect(bill?.refunds.find((each) => each.outRefundNo === 'RB')).toMatchObject({
        amountFen: 1,
        status: 'SUCCESS',
      })
      const quiet = new Date(cloud.clock.now() + 8 * 3_600_000 - 20 * DAY)
        .toISOString()
        .slice(0, 10)
      expect(await pay.payments.tradeBill(quiet)).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('configuration', () => {
  it('names every missing variable at the first use, not before', async () => {
    const bare = createWechatPay({ WXPAY_APPID: 'wx1', WXPAY_MCHID: ' ' })
    const failure = await failureOf(bare.payments.query('ORDER1'))
    expect(failure).toBeInstanceOf(PayNotConfigured)
    expect(failure).toHaveProperty('missing', [
      'WXPAY_MCHID',
      'WXPAY_MERCHANT_SERIAL',
      'WXPAY_MERCHANT_PRIVATE_KEY',
      'WXPAY_PUBLIC_KEY_ID',
      'WXPAY_PUBLIC_KEY',
      'WXPAY_APIV3_KEY',
      'WXPAY_NOTIFY_BASE',
    ])
  })

  it('does not quote a key that cannot be read', async () => {
    const broken = createWechatPay({ ...cloud.env, WXPAY_MERCHANT_PRIVATE_KEY: 'SECRETJUNK' })
    const failure = await failureOf(broken.payments.query('ORDER1'))
    expect(String(failure)).toContain('WXPAY_MERCHANT_PRIVATE_KEY')
    expect(String(failure)).not.toContain('SECRETJUNK')
  })
})
