import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { createMerchant, type Merchant } from './merchant'
import { startTestCloud, type TestCloud } from './test-cloud'

let cloud: TestCloud
let merchant: Merchant

beforeAll(async () => {
  cloud = await startTestCloud()
  merchant = createMerchant(cloud)
})
afterAll(() => cloud.stop())

type PhoneAnswer = Record<string, unknown>

async function phone(
  openid: string,
  method: string,
  path: string,
  body?: object,
): Promise<PhoneAnswer> {
  const answer = await fetch(`${cloud.base}/wechat/${path}`, {
    method,
    headers: { 'x-wx-openid': openid },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  return { status: answer.status, ...((await answer.json()) as PhoneAnswer) }
}

async function openApi(name: string, input: Record<string, unknown>) {
  const answer = await cloud.extension.openApi?.(name, input, {})
  return answer && 'json' in answer ? (answer.json as Record<string, unknown>) : {}
}

describe('the phone', () => {
  it('pays and confirms over HTTP', async () => {
    const { data } = await merchant.place('PHONE001')
    const params = merchant.sheet(data['prepay_id'])
    const cancelled = await phone('oX', 'POST', 'request-payment', { ...params, verdict: 'cancel' })
    expect(cancelled['errMsg']).toBe('requestPayment:fail cancel')
    const paid = await phone('oX', 'POST', 'request-payment', { ...params, verdict: 'pay' })
    expect(paid['errMsg']).toBe('requestPayment:ok')
    const bill = (await merchant.transfer('PHONET1')).data
    const confirm = {
      package_info: bill['package_info'],
      mchId: cloud.env['WXPAY_MCHID'],
      appId: cloud.env['WXPAY_APPID'],
      verdict: 'confirm',
    }
    const wrong = await phone('oMei', 'POST', 'confirm-transfer', { ...confirm, mchId: '1' })
    expect(wrong['errMsg']).toContain('商户号')
    expect(await phone('oMei', 'POST', 'confirm-transfer', confirm)).toMatchObject({
      result: 'success',
    })
    const again = await phone('oMei', 'POST', 'confirm-transfer', confirm)
    expect(again['errMsg']).toContain('已收款')
  })

  it('knows its person, and answers preflights and nonsense clearly', async () => {
    expect(await phone('oX', 'GET', 'me')).toMatchObject({
      openid: 'oX',
      appid: cloud.env['WXPAY_APPID'],
    })
    expect(await phone('', 'GET', 'me')).toMatchObject({ status: 400 })
    expect(await phone('oX', 'GET', 'nothing')).toMatchObject({ status: 404 })
    const preflight = await fetch(`${cloud.base}/wechat/me`, { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-wx-openid')
  })
})

describe('mini-program codes', () => {
  const scene = "s=aB3!#$&'()*+,/:;=?@-._~"

  it.each([
    ['plain', {}],
    ['coloured on a transparent ground', { is_hyaline: true, line_color: { r: 20, g: 90, b: 60 } }],
  ])('are real pictures that carry page and scene: %s', async (_name, change) => {
    const input = { page: 'pages/trade/product/index', scene, width: 280, ...change }
    const answer = await cloud.extension.openApi?.('wxacode.getUnlimited', input, {})
    if (!answer || !('buffer' in answer)) throw new Error('no picture')
    expect(answer.contentType).toBe('image/png')
    const image = `data:image/png;base64,${answer.buffer.toString('base64')}`
    const scanned = await phone('oX', 'POST', 'scan', { image })
    expect(scanned).toMatchObject({
      page: 'pages/trade/product/index',
      query: { scene: encodeURIComponent(scene) },
      scene: 1047,
    })
  })

  it('are readable by any scanner', async () => {
    const input = { page: 'pages/a', scene: 'x1' }
    const answer = await cloud.extension.openApi?.('wxacode.getUnlimited', input, {})
    if (!answer || !('buffer' in answer)) throw new Error('no picture')
    const { data, width, height } = PNG.sync.read(answer.buffer)
    const code = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? ''
    expect(await phone('oX', 'POST', 'scan', { code })).toMatchObject({ path: 'pages/a?scene=x1' })
  })

  it.each([
    ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40169],
    ['an empty scene', { scene: '' }, 40169],
    ['a percent sign', { scene: 'a%20b' }, 40169],
    ['Chinese', { scene: '茶' }, 40169],
    ['a leading slash', { page: '/pages/a' }, 41030],
    ['a page with a query', { page: 'pages/a?b=1' }, 41030],
    ['a tiny picture', { width: 100 }, 40097],
  ])('are refused with %s', async (_name, change, errcode) => {
    const input = { page: 'pages/a', scene: 'x', ...change }
    expect(await openApi('wxacode.getUnlimited', input)).toMatchObject({ errcode })
  })
})

describe('messages', () => {
  const message = (change: object = {}) => ({
    touser: 'oMsg',
    template_id: 'T1',
    page: 'pages/order?id=1',
    data: { thing1: { value: '银毫' }, amount2: { value: '¥12.30' } },
    ...change,
  })

  it('reach the inbox once per consent', async () => {
    expect(await openApi('subscribeMessage.send', message())).toMatchObject({ errcode: 43101 })
    const tap = await phone('oMsg', 'POST', 'subscribe', {
      tmplIds: ['T1', 'T2'],
      verdict: 'accept',
    })
    expect(tap).toMatchObject({ T1: 'accept', T2: 'accept' })
    expect(await openApi('subscribeMessage.send', message())).toMatchObject({ errcode: 0 })
    expect(await openApi('subscribeMessage.send', message())).toMatchObject({ errcode: 43101 })
    const { messages } = await phone('oMsg', 'GET', 'inbox')
    expect(messages).toMatchObject([
      { templateId: 'T1', fields: { thing1: '银毫', amount2: '¥12.30' } },
    ])
    expect((await phone('oOther', 'GET', 'inbox'))['messages']).toEqual([])
  })

  it('are refused with a template too many, an empty field or one too long', async () => {
    const four = await phone('oMsg', 'POST', 'subscribe', { tmplIds: ['1', '2', '3', '4'] })
    expect(four['errMsg']).toContain('fail')
    const empty = message({ data: { thing1: { value: '' } } })
    expect(await openApi('subscribeMessage.send', empty)).toMatchObject({ errcode: 47003 })
    const long = message({ data: { thing1: { value: '茶'.repeat(21) } } })
    expect(await openApi('subscribeMessage.send', long)).toMatchObject({ errcode: 47003 })
  })
})

describe('other server calls', () => {
  it('find risky text and pictures', async () => {
    expect(await openApi('security.msgSecCheck', { content: '好茶' })).toMatchObject({ errcode: 0 })
    expect(await openApi('security.msgSecCheck', { content: '网上赌博' })).toMatchObject({
      errcode: 87014,
    })
    const second = { version: 2, openid: 'oX', scene: 2, content: '网上赌博' }
    expect(await openApi('security.msgSecCheck', second)).toMatchObject({
      errcode: 0,
      result: { suggest: 'risky' },
    })
    const media = (text: string) => ({
      media: { contentType: 'image/png', value: Buffer.from(text) },
    })
    expect(await openApi('security.imgSecCheck', media('tea'))).toMatchObject({ errcode: 0 })
    expect(await openApi('security.imgSecCheck', media('违规测试'))).toMatchObject({
      errcode: 87014,
    })
    const big = { media: { value: Buffer.alloc(1_048_577) } }
    expect(await openApi('security.imgSecCheck', big)).toMatchObject({ errcode: 40006 })
  })

  it('change a phone code once', async () => {
    const { code } = await phone('oPhone', 'POST', 'phone-code')
    const me = await phone('oPhone', 'GET', 'me')
    expect(await openApi('phonenumber.getPhoneNumber', { code })).toMatchObject({
      phone_info: { phone_number: me['phone'], country_code: '86' },
    })
    expect(await openApi('phonenumber.getPhoneNumber', { code })).toMatchObject({ errcode: 40029 })
  })

  it('take shipping information of a paid order, and one correction', async () => {
    const input = (change: object = {}) => ({
      order_key: {
        order_number_type: 1,
        mchid: cloud.env['WXPAY_MCHID'],
        out_trade_no: 'SHIP0001',
      },
      logistics_type: 1,
      delivery_mode: 1,
      shipping_list: [{ tracking_no: 'SF1', express_company: 'SF', item_desc: '银毫 × 2' }],
      upload_time: '2026-11-22T10:00:00.000+08:00',
      payer: { openid: 'oX' },
      ...change,
    })
    const ship = (change?: object) => openApi('wxa.sec.order.uploadShippingInfo', input(change))
    expect(await ship()).toMatchObject({ errcode: 10060001 })
    await merchant.place('SHIP0001')
    expect(await ship()).toMatchObject({ errcode: 10060004 })
    await merchant.payFor('SHIP0001')
    expect(await ship({ payer: { openid: 'oY' } })).toMatchObject({ errcode: 10060014 })
    expect(await ship({ shipping_list: [{ item_desc: 'x' }] })).toMatchObject({ errcode: 10060014 })
    expect(await ship()).toMatchObject({ errcode: 0 })
    expect(await ship()).toMatchObject({ errcode: 0 })
    expect(await ship()).toMatchObject({ errcode: 10060003 })
    expect(cloud.control.shipments()[0]?.uploads).toHaveLength(2)
  })

  it('that WeChat does not know here are left to the cloud to refuse', async () => {
    expect(await cloud.extension.openApi?.('shop.unknown', {}, {})).toBeNull()
  })
})
