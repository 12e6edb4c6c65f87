import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { NoticeRefused, type NoticeRefusal } from '../../../cloudfunctions/ports/payments'
import { createWechatPay } from '../../../cloudfunctions/adapters/wechat-pay'
import { createShop, failureOf, type Shop } from './shop'
import { startTestCloud, type TestCloud } from './test-cloud'

const DAY = 86_400_000

let cloud: TestCloud
let shop: Shop

beforeAll(async () => {
  cloud = await startTestCloud()
  shop = createShop(cloud)
})
afterAll(() => cloud.stop())
beforeEach(() => {
  cloud.faults.length = 0
  cloud.merchant.received.length = 0
  cloud.merchant.status = 200
})

describe('reading a notice', () => {
  async function capture() {
    await shop.payFor(shop.number('NOTICE'))
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
      reasonOf(() => shop.payments.readNotice(h, b, at))
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
    const outTradeNo = shop.number('AMOUNT')
    await shop.prepay(outTradeNo)
    await cloud.control.forge({ outTradeNo, amountFen: 1 })
    expect(shop.lastNotice()).toMatchObject({ kind: 'payment', outTradeNo, amountFen: 1 })
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
    const outTradeNo = shop.number('BILLED')
    await shop.payFor(outTradeNo, 1_005)
    await shop.payments.refund({
      outTradeNo,
      outRefundNo: 'RB',
      amountFen: 1,
      totalFen: 1_005,
      reason: 'x',
    })
    await cloud.control.drain()
    const day = new Date(cloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(await failureOf(shop.payments.tradeBill(day))).toMatchObject({
      code: 'STATEMENT_CREATING',
    })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * DAY })
    try {
      const bill = await shop.payments.tradeBill(day)
      const paid = bill?.payments.find((each) => each.outTradeNo === outTradeNo)
      expect(paid).toMatchObject({ amountFen: 1_005 })
      expect(bill?.refunds.find((each) => each.outRefundNo === 'RB')).toMatchObject({
        amountFen: 1,
        status: 'SUCCESS',
      })
      const quiet = new Date(cloud.clock.now() + 8 * 3_600_000 - 20 * DAY)
        .toISOString()
        .slice(0, 10)
      expect(await shop.payments.tradeBill(quiet)).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })
})
