import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMerchant, REFUNDS, type Merchant } from './merchant'
import { DEFAULT_SETTINGS } from '../settings'
import { startTestCloud, type TestCloud } from './test-cloud'

const DAY = 86_400_000

let cloud: TestCloud
let merchant: Merchant

beforeAll(async () => {
  cloud = await startTestCloud()
  merchant = createMerchant(cloud)
})
afterAll(() => cloud.stop())
beforeEach(() => {
  cloud.faults.length = 0
  cloud.control.settings(DEFAULT_SETTINGS)
  cloud.merchant.received.length = 0
})

const told = (about: string) =>
  cloud.control
    .notices()
    .filter((notice) => notice.about === about)
    .map((notice) => notice.eventType)

/** A paid order and a refund of it that has come to the given end. */
async function ended(outcome: 'SUCCESS' | 'CLOSED' | 'ABNORMAL', fen = 4_000) {
  const order = merchant.number('ORDER')
  const no = `${order}-r`
  await merchant.payFor(order)
  cloud.control.settings({ refundOutcome: outcome })
  const { data } = await merchant.refund(order, no, fen)
  await cloud.control.drain()
  cloud.control.settings({ refundOutcome: 'SUCCESS' })
  return { order, no, refundId: String(data['refund_id']) }
}

describe('asking for a refund', () => {
  it('is refused beyond the payment, unpaid, or with another total', async () => {
    const unpaid = merchant.number('REF')
    await merchant.place(unpaid)
    expect(await merchant.refund(unpaid, merchant.number('R'), 1)).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
    })
    const paid = merchant.number('REF')
    await merchant.payFor(paid)
    const refused = { status: 400, code: 'INVALID_REQUEST' }
    expect(await merchant.refund(paid, merchant.number('R'), 1, 9_999)).toMatchObject(refused)
    expect(await merchant.refund(paid, merchant.number('R'), 10_001)).toMatchObject(refused)
    expect(await merchant.refund('NOSUCHORDER', merchant.number('R'), 1)).toMatchObject({
      status: 404,
      code: 'RESOURCE_NOT_EXISTS',
    })
    const no = merchant.number('R')
    expect((await merchant.refund(paid, no, 6_000)).data['status']).toBe('PROCESSING')
    expect(await merchant.refund(paid, no, 6_001)).toMatchObject(refused)
    expect(await merchant.refund(paid, merchant.number('R'), 4_001)).toMatchObject(refused)
    expect((await merchant.refund(paid, merchant.number('R'), 4_000)).status).toBe(200)
    await cloud.control.drain()
  })

  it.each([
    ['no order number', { out_trade_no: undefined }],
    ['a number with a space', { out_refund_no: 'A B' }],
    ['a number of 65 characters', { out_refund_no: 'R'.repeat(65) }],
    ['a reason of 81 characters', { reason: '退'.repeat(81) }],
    ['another currency', { amount: { refund: 1, total: 10_000, currency: 'USD' } }],
    ['half a fen', { amount: { refund: 0.5, total: 10_000, currency: 'CNY' } }],
    ['an unknown source of funds', { funds_account: 'POCKET' }],
  ])('is 400 PARAM_ERROR with %s', async (_name, change) => {
    const body = {
      out_trade_no: 'ANYORDER1',
      out_refund_no: merchant.number('R'),
      amount: { refund: 1, total: 10_000, currency: 'CNY' },
      ...change,
    }
    expect(await merchant.call('post', REFUNDS, body)).toMatchObject({
      status: 400,
      code: 'PARAM_ERROR',
    })
  })

  it('may be repeated under the same number: one refund, one notice', async () => {
    const order = merchant.number('TWICE')
    await merchant.payFor(order)
    const first = await merchant.refund(order, `${order}-r`, 100)
    const second = await merchant.refund(order, `${order}-r`, 100)
    expect(second.data['refund_id']).toBe(first.data['refund_id'])
    await cloud.control.drain()
    expect(told(`${order}-r`)).toEqual(['REFUND.SUCCESS'])
    expect(cloud.control.orders().find((each) => each.outTradeNo === order)?.refundedFen).toBe(100)
  })

  it('is possible by the transaction id', async () => {
    const order = merchant.number('BYID')
    await merchant.payFor(order)
    const { transaction_id } = (await merchant.query(order)).data
    const body = {
      transaction_id,
      out_refund_no: `${order}-r`,
      amount: { refund: 1, total: 10_000, currency: 'CNY' },
    }
    expect((await merchant.call('post', REFUNDS, body)).data).toMatchObject({ out_trade_no: order })
    await cloud.control.drain()
  })

  it('works at most fifty times for an order', async () => {
    const no = merchant.number('FIFTY')
    await merchant.payFor(no)
    for (let i = 0; i < 50; i += 1)
      expect((await merchant.refund(no, `${no}-${i}`, 1)).status).toBe(200)
    expect(await merchant.refund(no, `${no}-50`, 1)).toMatchObject({ code: 'INVALID_REQUEST' })
    expect((await merchant.refund(no, `${no}-7`, 1)).status).toBe(200)
    await cloud.control.drain()
  })

  it('works once a minute when that limit is turned on', async () => {
    cloud.control.settings({ refundIntervalMs: 60_000 })
    const order = merchant.number('MINUTE')
    await merchant.payFor(order)
    expect((await merchant.refund(order, `${order}-1`, 1)).status).toBe(200)
    expect(await merchant.refund(order, `${order}-2`, 1)).toMatchObject({
      status: 429,
      code: 'FREQUENCY_LIMITED',
    })
    // A repetition is no second refund.
    expect((await merchant.refund(order, `${order}-1`, 1)).status).toBe(200)
    cloud.clock.advance(60_000)
    expect((await merchant.refund(order, `${order}-2`, 1)).status).toBe(200)
    cloud.clock.advance(-60_000)
    await cloud.control.drain()
  })

  it('ends 365 days after the payment', async () => {
    const no = merchant.number('OLD')
    await merchant.payFor(no)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 366 * DAY })
    expect(await merchant.refund(no, merchant.number('R'), 1)).toMatchObject({
      code: 'INVALID_REQUEST',
    })
    vi.useRealTimers()
  })
})

describe('a refund’s end', () => {
  it('SUCCESS tells when and where the money went', async () => {
    const { no, order } = await ended('SUCCESS')
    expect(await merchant.findRefund(no)).toMatchObject({
      status: 'SUCCESS',
      channel: 'ORIGINAL',
      user_received_account: '支付用户零钱',
      success_time: expect.stringMatching(/\+08:00$/) as string,
    })
    expect(told(no)).toEqual(['REFUND.SUCCESS'])
    expect((await merchant.query(order)).data['trade_state']).toBe('REFUND')
  })

  it('CLOSED gives the room back to the order', async () => {
    const { no, order } = await ended('CLOSED', 10_000)
    expect(await merchant.findRefund(no)).toMatchObject({ status: 'CLOSED' })
    expect(told(no)).toEqual(['REFUND.CLOSED'])
    expect((await merchant.refund(order, `${order}-2`, 10_000)).status).toBe(200)
    await cloud.control.drain()
  })

  it('ABNORMAL keeps the room taken', async () => {
    const { no, order } = await ended('ABNORMAL', 10_000)
    expect(await merchant.findRefund(no)).toMatchObject({ status: 'ABNORMAL' })
    expect(told(no)).toEqual(['REFUND.ABNORMAL'])
    expect(await merchant.refund(order, `${order}-2`, 1)).toMatchObject({ code: 'INVALID_REQUEST' })
  })

  it('can be ordered for one refund while it is processed, and only then', async () => {
    cloud.control.settings({ refundMs: 60_000 })
    const order = merchant.number('ONE')
    await merchant.payFor(order)
    await merchant.refund(order, `${order}-1`, 1)
    await merchant.refund(order, `${order}-2`, 1)
    cloud.control.decideRefund(`${order}-1`, 'ABNORMAL')
    cloud.control.settings({ refundMs: 0 })
    await cloud.control.drain()
    expect(await merchant.findRefund(`${order}-1`)).toMatchObject({ status: 'ABNORMAL' })
    expect(await merchant.findRefund(`${order}-2`)).toMatchObject({ status: 'SUCCESS' })
    expect(() => cloud.control.decideRefund(`${order}-2`, 'CLOSED')).toThrow('is SUCCESS')
  })
})

describe('the way out of ABNORMAL', () => {
  const apply = (refundId: string, body: object, serial = cloud.env['WXPAY_PUBLIC_KEY_ID']) =>
    merchant.call('post', `${REFUNDS}/${refundId}/apply-abnormal-refund`, body, {
      headers: { 'Wechatpay-Serial': serial },
    })
  const card = (change: object = {}) => ({
    type: 'USER_BANK_CARD',
    bank_type: 'ICBC_DEBIT',
    bank_account: merchant.seal('6222020200112233'),
    real_name: merchant.seal('张三'),
    ...change,
  })

  it('pays to another debit card of the payer', async () => {
    const { no, refundId } = await ended('ABNORMAL')
    const accepted = await apply(refundId, { out_refund_no: no, ...card() })
    expect(accepted).toMatchObject({
      status: 200,
      data: { status: 'PROCESSING', refund_id: refundId },
    })
    await cloud.control.drain()
    expect(await merchant.findRefund(no)).toMatchObject({
      status: 'SUCCESS',
      channel: 'OTHER_BANKCARD',
      user_received_account: 'ICBC借记卡2233',
    })
    expect(told(no)).toEqual(['REFUND.ABNORMAL', 'REFUND.SUCCESS'])
  })

  it('pays to the merchant’s own account', async () => {
    const { no, refundId } = await ended('ABNORMAL')
    const accepted = await apply(refundId, { out_refund_no: no, type: 'MERCHANT_BANK_CARD' })
    expect(accepted.status).toBe(200)
    await cloud.control.drain()
    expect(await merchant.findRefund(no)).toMatchObject({ status: 'SUCCESS' })
  })

  it('fails again on a card of somebody else', async () => {
    cloud.control.setPerson('oX', { realName: '李四' })
    const { no, refundId } = await ended('ABNORMAL')
    expect((await apply(refundId, { out_refund_no: no, ...card() })).status).toBe(200)
    await cloud.control.drain()
    expect(await merchant.findRefund(no)).toMatchObject({ status: 'ABNORMAL' })
    const right = card({ real_name: merchant.seal('李四') })
    expect((await apply(refundId, { out_refund_no: no, ...right })).status).toBe(200)
    await cloud.control.drain()
    expect(await merchant.findRefund(no)).toMatchObject({ status: 'SUCCESS' })
  })

  it('is refused for what isn’t abnormal, isn’t there, or isn’t told properly', async () => {
    const { no, refundId } = await ended('ABNORMAL')
    const good = await ended('SUCCESS')
    expect(await apply(good.refundId, { out_refund_no: good.no, ...card() })).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
    })
    expect(await apply(refundId, { out_refund_no: good.no, ...card() })).toMatchObject({
      status: 404,
      code: 'RESOURCE_NOT_EXISTS',
    })
    const wrong = { status: 400, code: 'PARAM_ERROR' }
    const of = (change: object) => apply(refundId, { out_refund_no: no, ...card(change) })
    expect(await of({ type: 'PIGGY_BANK' })).toMatchObject(wrong)
    expect(await of({ bank_type: 'ICBC_CREDIT' })).toMatchObject(wrong)
    expect(await of({ bank_account: undefined })).toMatchObject(wrong)
    expect(await of({ bank_account: '6222020200112233' })).toMatchObject(wrong)
    expect(await of({ bank_account: merchant.seal('no card') })).toMatchObject(wrong)
    expect(await of({ real_name: undefined })).toMatchObject(wrong)
    expect(await apply(refundId, { out_refund_no: no, ...card() }, 'PUB_KEY_ID_9')).toMatchObject(
      wrong,
    )
    expect(await merchant.findRefund(no)).toMatchObject({ status: 'ABNORMAL' })
  })
})
