import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMerchant, type Merchant } from './merchant'
import { sendRaw } from './raw-request'
import { startTestCloud, type TestCloud } from './test-cloud'

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
    ['an expiry that is no RFC 3339 time', { time_expire: '2026-11-22 10:00' }, 'PARAM_ERROR'],
    ['an expiry on a day that isn’t', { time_expire: '2026-13-45T10:00:00+08:00' }, 'PARAM_ERROR'],
    ['dollars', { amount: { total: 1, currency: 'USD' } }, 'PARAM_ERROR'],
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

  it('names the field that is missing or too long', async () => {
    const place = async (change: object) => {
      const body = JSON.stringify(merchant.order(merchant.number('FIELD'), change))
      return sendRaw(cloud, { method: 'POST', path: '/v3/pay/transactions/jsapi', body })
    }
    expect((await place({ description: '' })).message).toBe('输入源“/body/description”必填')
    expect((await place({ attach: 'a'.repeat(129) })).message).toContain('/body/attach”长度超过128')
    expect((await place({ payer: {} })).message).toContain('/body/openid”必填')
  })

  it('gives a repeated number with the same facts a fresh prepay id, with other facts a refusal', async () => {
    const no = merchant.number('AGAIN')
    const first = await merchant.place(no)
    const second = await merchant.place(no)
    expect(second.data['prepay_id']).not.toBe(first.data['prepay_id'])
    expect(cloud.control.orders().filter((each) => each.outTradeNo === no)).toHaveLength(1)
    const changes = [{ amount: { total: 1 } }, { description: '别的' }, { payer: { openid: 'oY' } }]
    for (const change of [...changes, { time_expire: '2030-01-01T00:00:00+08:00' }]) {
      expect(await merchant.place(no, change)).toMatchObject({
        status: 400,
        code: 'INVALID_REQUEST',
      })
    }
  })

  it('moves an end that comes too soon to one minute from now', async () => {
    const no = merchant.number('SOON')
    const { data } = await merchant.place(no, { time_expire: '2020-01-01T00:00:00+08:00' })
    cloud.clock.advance(59_000)
    expect(cloud.control.pay('oX', merchant.sheet(data['prepay_id']), 'cancel').errMsg).toBe(
      'requestPayment:fail cancel',
    )
    cloud.clock.advance(2_000)
    expect(cloud.control.pay('oX', merchant.sheet(data['prepay_id'])).errMsg).toContain('已过期')
    cloud.clock.advance(-61_000)
  })

  it('can’t be placed, paid or closed once closed or paid', async () => {
    const close = (no: string) =>
      merchant.call('post', `v3/pay/transactions/out-trade-no/${no}/close`, {
        mchid: cloud.env['WXPAY_MCHID'],
      })
    const closed = merchant.number('CLOSED')
    const { data } = await merchant.place(closed)
    expect((await close(closed)).status).toBe(204)
    expect((await close(closed)).status).toBe(204)
    expect(await merchant.place(closed)).toMatchObject({ code: 'ORDER_CLOSED' })
    expect(cloud.control.pay('oX', merchant.sheet(data['prepay_id'])).errMsg).toContain('已关闭')
    const paid = merchant.number('PAID')
    await merchant.payFor(paid)
    expect(await close(paid)).toMatchObject({ status: 400, code: 'ORDERPAID' })
    expect(await merchant.place(paid)).toMatchObject({ status: 400, code: 'ORDERPAID' })
    expect(await close('A')).toMatchObject({ code: 'PARAM_ERROR' })
  })

  it('is found by either number, by its own merchant only', async () => {
    const no = merchant.number('FIND')
    await merchant.payFor(no)
    const { data } = await merchant.query(no)
    const byId = (id: unknown, mchid = cloud.env['WXPAY_MCHID']) =>
      merchant.call('get', `v3/pay/transactions/id/${String(id)}`, undefined, { params: { mchid } })
    expect((await byId(data['transaction_id'])).data).toEqual(data)
    expect(await byId('4200000000000000')).toMatchObject({ code: 'ORDER_NOT_EXIST' })
    expect(await byId(data['transaction_id'], '1')).toMatchObject({ code: 'PARAM_ERROR' })
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
