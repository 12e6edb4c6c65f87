import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Formatter } from 'wechatpay-axios-plugin'
import { BILLS, callBy, connect, createMerchant, type Merchant } from './merchant'
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
  cloud.merchant.status = 200
  cloud.merchant.received.length = 0
})

describe('signatures', () => {
  it('accepts only the merchant’s own, fresh signature over the exact request', async () => {
    const other = await startTestCloud()
    const strangersKey = {
      ...cloud.env,
      WXPAY_MERCHANT_PRIVATE_KEY: other.env['WXPAY_MERCHANT_PRIVATE_KEY'] ?? '',
    }
    await other.stop()
    const stranger = connect(cloud.base, strangersKey)
    expect(await callBy(stranger, 'post', BILLS, {})).toMatchObject({
      status: 401,
      code: 'SIGN_ERROR',
    })
    const wrongSerial = connect(cloud.base, { ...cloud.env, WXPAY_MERCHANT_SERIAL: 'ABC' })
    expect(await callBy(wrongSerial, 'post', BILLS, {})).toMatchObject({ status: 401 })
    const bare = await fetch(`${cloud.base}/v3/bill/tradebill`)
    expect(bare.status).toBe(401)
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now())
    cloud.clock.advance(301_000)
    expect(await merchant.query('ANYORDER')).toMatchObject({ status: 401 })
    cloud.clock.advance(-301_000)
    vi.useRealTimers()
  })

  it.each([
    ['ANSWER_FORGED', 'EV3_RES_HEADER_SIGNATURE_DIGEST'],
    ['ANSWER_UNSIGNED', 'EV3_RES_HEADERS_INCOMPLATE'],
    ['ANSWER_LATE', 'EV3_RES_HEADER_TIMESTAMP_OFFSET'],
    ['ANSWER_KEY_UNKNOWN', 'EV3_RES_HEADER_PLATFORM_SERIAL'],
  ])('%s is refused by the SDK', async (flaw, code) => {
    cloud.faults.push({ target: 'pay', effect: { effect: 'fail', code: flaw } })
    expect(await merchant.place(merchant.number('FLAW'))).toMatchObject({ status: 200, code })
  })

  it('does the work although the answer is lost', async () => {
    const no = merchant.number('LOST')
    cloud.faults.push({ target: 'pay', effect: { effect: 'drop-answer-after-work' } })
    expect(await merchant.place(no)).toMatchObject({ status: 0 })
    expect((await merchant.query(no)).data['trade_state']).toBe('NOTPAY')
  })
})

describe('orders', () => {
  it.each([
    ['a wrong appid', { appid: 'wx9' }, 'APPID_MCHID_NOT_MATCH'],
    ['a foreign mchid', { mchid: '1' }, 'PARAM_ERROR'],
    ['no amount', { amount: { total: 0 } }, 'PARAM_ERROR'],
    ['half a fen', { amount: { total: 1.5 } }, 'PARAM_ERROR'],
    ['no payer', { payer: {} }, 'PARAM_ERROR'],
    ['a description of 128 characters', { description: '茶'.repeat(128) }, 'PARAM_ERROR'],
    ['a notify_url with a query', { notify_url: 'https://x.cn/a?b=1' }, 'PARAM_ERROR'],
    ['a notify_url without https', { notify_url: 'http://x.cn/a' }, 'PARAM_ERROR'],
    ['an expiry in the past', { time_expire: '2020-01-01T00:00:00+08:00' }, 'PARAM_ERROR'],
    ['a number of five characters', { out_trade_no: 'ABCDE' }, 'PARAM_ERROR'],
  ])('refuses %s', async (_name, change, code) => {
    expect(await merchant.place(merchant.number('BAD'), change)).toMatchObject({
      status: 400,
      code,
    })
  })

  it('never accepts a number that was closed before it was placed', async () => {
    const no = merchant.number('BURN')
    const closed = await merchant.call('post', `v3/pay/transactions/out-trade-no/${no}/close`, {
      mchid: cloud.env['WXPAY_MCHID'],
    })
    expect(closed.status).toBe(204)
    expect(await merchant.query(no)).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
    expect(await merchant.place(no)).toMatchObject({ code: 'INVALID_REQUEST' })
  })

  it('lets only the named payer pay, with an untouched sheet, in time, once', async () => {
    const no = merchant.number('PAYER')
    const expires = new Date(cloud.clock.now() + 60_000 + 8 * 3_600_000).toISOString()
    const { data } = await merchant.place(no, { time_expire: `${expires.slice(0, 19)}+08:00` })
    const good = merchant.sheet(data['prepay_id'])
    const why = (openid: string, params: object) => cloud.control.pay(openid, params).errMsg
    expect(why('oSomebody', good)).toContain('下单账号与支付账号不一致')
    expect(why('oX', { ...good, nonceStr: 'other' })).toContain('签名')
    expect(why('oX', { ...good, signType: 'MD5' })).toContain('签名方式')
    expect(cloud.control.pay('oX', good, 'cancel').errMsg).toBe('requestPayment:fail cancel')
    cloud.clock.advance(61_000)
    expect(why('oX', merchant.sheet(data['prepay_id']))).toContain('订单已过期')
    cloud.clock.advance(-61_000)
    expect(why('oX', good)).toBe('requestPayment:ok')
    expect(why('oX', good)).toContain('该订单已支付')
  })
})

describe('refunds', () => {
  it('are refused beyond the payment, unpaid, or with another total', async () => {
    const no = merchant.number('REF')
    await merchant.place(no)
    expect(await merchant.refund(no, merchant.number('R'), 1)).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
    })
    const paid = merchant.number('REF')
    await merchant.payFor(paid)
    expect(await merchant.refund(paid, merchant.number('R'), 1, 9_999)).toMatchObject({
      code: 'INVALID_REQUEST',
    })
    expect(await merchant.refund(paid, merchant.number('R'), 10_001)).toMatchObject({
      code: 'INVALID_REQUEST',
    })
    expect(await merchant.refund('NOSUCHORDER', merchant.number('R'), 1)).toMatchObject({
      code: 'RESOURCE_NOT_EXISTS',
    })
    const no1 = merchant.number('R')
    expect((await merchant.refund(paid, no1, 6_000)).data['status']).toBe('PROCESSING')
    expect(await merchant.refund(paid, no1, 6_001)).toMatchObject({ code: 'INVALID_REQUEST' })
    expect(await merchant.refund(paid, merchant.number('R'), 4_001)).toMatchObject({
      code: 'INVALID_REQUEST',
    })
    expect((await merchant.refund(paid, merchant.number('R'), 4_000)).status).toBe(200)
  })

  it('number at most fifty per order', async () => {
    const no = merchant.number('FIFTY')
    await merchant.payFor(no)
    for (let i = 0; i < 50; i += 1)
      expect((await merchant.refund(no, `${no}-${i}`, 1)).status).toBe(200)
    expect(await merchant.refund(no, `${no}-50`, 1)).toMatchObject({ code: 'INVALID_REQUEST' })
    await cloud.control.drain()
  })

  it('end 365 days after the payment', async () => {
    const no = merchant.number('OLD')
    await merchant.payFor(no)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 366 * DAY })
    expect(await merchant.refund(no, merchant.number('R'), 1)).toMatchObject({
      code: 'INVALID_REQUEST',
    })
    vi.useRealTimers()
  })
})

describe('the trade bill', () => {
  it('is WeChat’s CSV, made of what happened that day, hash and link included', async () => {
    const no = merchant.number('CSV')
    await merchant.payFor(no, { description: '红茶,绿茶' })
    await merchant.refund(no, `${no}-r`, 2_500)
    await cloud.control.drain()
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const params = { bill_date: day, bill_type: 'ALL' }
    expect(await merchant.call('get', 'v3/bill/tradebill', undefined, { params })).toMatchObject({
      code: 'STATEMENT_CREATING',
    })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * DAY })
    const { data } = await merchant.call('get', 'v3/bill/tradebill', undefined, { params })
    const url = new URL(String(data['download_url']))
    expect(url.search).toMatch(/%2B%2F%3D%3D/)
    const extra = { params: url.searchParams, responseType: 'arraybuffer' as const }
    const path = url.pathname.slice(1)
    const { data: file } = await merchant.client.request<Buffer>(path, 'get', undefined, extra)
    expect(createHash('sha1').update(file).digest('hex')).toBe(data['hash_value'])
    const bill = Formatter.castCsvBill(file) as {
      rows: Record<string, string>[]
      summary: Record<string, string>
    }
    const rows = bill.rows.filter((row) => row['商户订单号'] === no)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      交易状态: 'SUCCESS',
      订单金额: '100.00',
      手续费: '0.60000',
      费率: '0.60%',
    })
    expect(rows[1]).toMatchObject({ 交易状态: 'REFUND', 申请退款金额: '25.00', 手续费: '-0.15000' })
    expect(Number(bill.summary['总交易单数'])).toBe(bill.rows.length)
    const later = new Date(Date.now() + 8 * 3_600_000 - 30 * DAY).toISOString().slice(0, 10)
    const quiet = { params: { bill_date: later, bill_type: 'ALL' } }
    expect(await merchant.call('get', 'v3/bill/tradebill', undefined, quiet)).toMatchObject({
      code: 'NO_STATEMENT_EXIST',
    })
    vi.useRealTimers()
  })
})
