import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createAsking, type Asking } from './ask-phone'
import { createMerchant, type Merchant } from './merchant'
import { startTestCloud, type TestCloud } from './test-cloud'

const DAY = 86_400_000

let cloud: TestCloud
let merchant: Merchant
let ask: Asking

beforeAll(async () => {
  cloud = await startTestCloud()
  merchant = createMerchant(cloud)
  ask = createAsking(cloud)
})
afterAll(() => cloud.stop())

const parcel = (tracking_no: string, change: object = {}) => ({
  tracking_no,
  express_company: 'YTO',
  item_desc: '银毫 × 2',
  ...change,
})
let minute = 0
/** Every upload is a minute later than the one before. */
const nextTime = () => new Date(cloud.clock.now() + (minute += 1) * 60_000).toISOString()

function ship(outTradeNo: string, change: object = {}) {
  return ask.openApi('wxa.sec.order.uploadShippingInfo', {
    order_key: {
      order_number_type: 1,
      mchid: cloud.env['WXPAY_MCHID'],
      out_trade_no: outTradeNo,
    },
    logistics_type: 1,
    delivery_mode: 1,
    shipping_list: [parcel('YT1')],
    upload_time: nextTime(),
    payer: { openid: 'oX' },
    ...change,
  })
}

async function paid(): Promise<string> {
  const no = merchant.number('SHIP')
  await merchant.payFor(no)
  return no
}

const look = async (no: string) => {
  const key = { merchant_id: cloud.env['WXPAY_MCHID'], merchant_trade_no: no }
  const answer = await ask.openApi('wxa.sec.order.getOrder', key)
  return answer['order'] as { order_state: number; shipping: Record<string, unknown> }
}

describe('uploading shipping information', () => {
  it('is for a paid order of one’s own', async () => {
    expect(await ship('NOSUCHORDER')).toMatchObject({ errcode: 10060001 })
    const unpaid = merchant.number('SHIP')
    await merchant.place(unpaid)
    expect(await ship(unpaid)).toMatchObject({ errcode: 10060001 })
    const no = await paid()
    expect(await ship(no, { payer: { openid: 'oY' } })).toMatchObject({ errcode: 10060031 })
    expect((await look(no)).order_state).toBe(1)
    expect(await ship(no)).toEqual({ errcode: 0, errmsg: 'ok' })
    expect((await look(no)).order_state).toBe(2)
  })

  it('is possible by the transaction id', async () => {
    const no = await paid()
    const { transaction_id } = (await merchant.query(no)).data
    const order_key = { order_number_type: 2, transaction_id }
    expect(await ship('', { order_key })).toMatchObject({ errcode: 0 })
    expect(await ask.openApi('wxa.sec.order.getOrder', { transaction_id })).toMatchObject({
      order: { merchant_trade_no: no, order_state: 2, openid: 'oX', paid_amount: 10_000 },
    })
  })

  it('is refused once everything was refunded', async () => {
    const no = await paid()
    await merchant.refund(no, `${no}-r`, 10_000)
    await cloud.control.drain()
    expect(await ship(no)).toMatchObject({ errcode: 10060004 })
    expect((await look(no)).order_state).toBe(5)
  })

  const many = (count: number) => Array.from({ length: count }, (_, i) => parcel(`YT${i}`))
  const split = { delivery_mode: 2, is_all_delivered: true }
  it.each<[what: string, change: () => object, errcode: number]>([
    ['no kind of number', () => ({ order_key: {} }), 268485194],
    ['no transaction id', () => ({ order_key: { order_number_type: 2 } }), 268485195],
    ['no merchant', () => ({ order_key: { order_number_type: 1 } }), 268485196],
    ['no order number', () => ({ order_key: { order_number_type: 1, mchid: '1' } }), 268485197],
    ['an unknown logistics type', () => ({ logistics_type: 5 }), 10060005],
    ['an unknown delivery mode', () => ({ delivery_mode: 3 }), 268485224],
    ['parcels without express', () => ({ ...split, logistics_type: 2 }), 10060006],
    ['parcels without saying whether all', () => ({ delivery_mode: 2 }), 10060007],
    ['no parcel', () => ({ shipping_list: [] }), 10060014],
    ['16 parcels', () => ({ ...split, shipping_list: many(16) }), 10060024],
    ['two parcels as one', () => ({ shipping_list: many(2) }), 268485228],
    ['a time that isn’t', () => ({ upload_time: '2026-11-22 10:00:00' }), 268485216],
    ['no description', () => ({ shipping_list: [parcel('1', { item_desc: '' })] }), 10060008],
    [
      'a description of 121 characters',
      () => ({ shipping_list: [parcel('1', { item_desc: '茶'.repeat(121) })] }),
      10060009,
    ],
    ['no tracking number', () => ({ shipping_list: [parcel('')] }), 268485226],
    ['a tracking number of 129', () => ({ shipping_list: [parcel('1'.repeat(129))] }), 10060026],
    ['no carrier', () => ({ shipping_list: [parcel('1', { express_company: '' })] }), 268485227],
    [
      'SF without a telephone number',
      () => ({ shipping_list: [parcel('1', { express_company: 'SF' })] }),
      10060014,
    ],
  ])('is refused with %s', async (_what, change, errcode) => {
    const no = await paid()
    expect(await ship(no, change())).toMatchObject({ errcode })
    expect((await look(no)).order_state).toBe(1)
  })

  it('takes SF with the last four digits, and things that need no parcel', async () => {
    const contact = { receiver_contact: '189****1234' }
    const sf = { shipping_list: [parcel('SF1', { express_company: 'SF', contact })] }
    expect(await ship(await paid(), sf)).toMatchObject({ errcode: 0 })
    for (const logistics_type of [2, 3, 4]) {
      const change = { logistics_type, shipping_list: [{ item_desc: '自提' }] }
      expect(await ship(await paid(), change)).toMatchObject({ errcode: 0 })
    }
  })

  it('can be corrected once, with something new and later', async () => {
    const no = await paid()
    expect(await ship(no)).toMatchObject({ errcode: 0 })
    expect(await ship(no)).toMatchObject({ errcode: 10060023 })
    const second = { shipping_list: [parcel('YT2')] }
    const early = { ...second, upload_time: '2020-01-01T00:00:00+08:00' }
    expect(await ship(no, early)).toMatchObject({ errcode: 10060014 })
    expect(await ship(no, second)).toMatchObject({ errcode: 0 })
    expect(await ship(no, { shipping_list: [parcel('YT3')] })).toMatchObject({ errcode: 10060003 })
    expect((await look(no)).shipping).toMatchObject({
      finish_shipping_count: 2,
      shipping_list: [{ tracking_no: 'YT2' }],
    })
  })

  it('comes parcel by parcel, up to fifteen, until all are sent', async () => {
    const no = await paid()
    const send = (list: object[], is_all_delivered: boolean) =>
      ship(no, { delivery_mode: 2, is_all_delivered, shipping_list: list })
    expect(await send(many(14), false)).toMatchObject({ errcode: 0 })
    expect((await look(no)).order_state).toBe(1)
    expect(await send([parcel('A'), parcel('B')], false)).toMatchObject({ errcode: 10060024 })
    expect(await send([parcel('A')], true)).toMatchObject({ errcode: 0 })
    const { order_state, shipping } = await look(no)
    expect(order_state).toBe(2)
    expect(shipping).toMatchObject({ finish_shipping: true, finish_shipping_count: 1 })
    expect(shipping['shipping_list']).toHaveLength(15)
    // From here on it is the one correction.
    expect(await send([parcel('B')], true)).toMatchObject({ errcode: 0 })
    expect((await look(no)).shipping['shipping_list']).toHaveLength(1)
    expect(await send([parcel('C')], true)).toMatchObject({ errcode: 10060003 })
  })
})

describe('the receipt', () => {
  const confirm = async (openid: string, no: string, verdict?: string) => {
    const key = { merchant_id: cloud.env['WXPAY_MCHID'], merchant_trade_no: no }
    const answer = await ask.phone(openid, 'POST', 'confirm-receipt', { ...key, verdict })
    return (answer['extraData'] as { status: string }).status
  }

  it('is confirmed by the payer on their phone, once it was sent', async () => {
    const no = await paid()
    expect(await confirm('oX', no)).toBe('fail')
    await ship(no)
    expect(await confirm('oY', no)).toBe('fail')
    expect(await confirm('oX', no, 'cancel')).toBe('cancel')
    expect((await look(no)).order_state).toBe(2)
    expect(await confirm('oX', no)).toBe('success')
    expect((await look(no)).order_state).toBe(3)
    expect(await confirm('oX', no)).toBe('fail')
    expect(await ship(no, { shipping_list: [parcel('YT9')] })).toMatchObject({ errcode: 10060002 })
  })

  it.each([
    [1, 10],
    [4, 2],
  ])('of logistics type %i comes by itself after %i days', async (logistics_type, days) => {
    const no = await paid()
    await ship(no, { logistics_type, shipping_list: [parcel('YT1')] })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * DAY - 60_000 })
    expect((await look(no)).order_state).toBe(2)
    vi.setSystemTime(Date.now() + 120_000)
    expect((await look(no)).order_state).toBe(3)
    vi.useRealTimers()
  })
})

it('says that the trade is managed', async () => {
  expect(await ask.openApi('wxa.sec.order.isTradeManaged', { appid: 'wx' })).toMatchObject({
    is_trade_managed: true,
  })
})
