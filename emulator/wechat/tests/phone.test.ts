import { deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAsking, type Asking } from './ask-phone'
import { createMerchant, type Merchant } from './merchant'
import { startTestCloud, type TestCloud } from './test-cloud'

let cloud: TestCloud
let merchant: Merchant
let ask: Asking

beforeAll(async () => {
  cloud = await startTestCloud()
  merchant = createMerchant(cloud)
  ask = createAsking(cloud)
})
afterAll(() => cloud.stop())

describe('the phone', () => {
  it('pays and confirms over HTTP', async () => {
    const { data } = await merchant.place('PHONE001')
    const params = merchant.sheet(data['prepay_id'])
    const pay = (verdict: string) =>
      ask.phone('oX', 'POST', 'request-payment', { ...params, verdict })
    expect(await pay('look')).toMatchObject({
      errMsg: 'requestPayment:ok',
      amountFen: 10_000,
      description: '茶叶 & "礼盒"',
    })
    expect((await pay('cancel'))['errMsg']).toBe('requestPayment:fail cancel')
    expect((await pay('pay'))['errMsg']).toBe('requestPayment:ok')
    const bill = (await merchant.transfer('PHONET1')).data
    const confirm = {
      package_info: bill['package_info'],
      mchId: cloud.env['WXPAY_MCHID'],
      appId: cloud.env['WXPAY_APPID'],
      verdict: 'confirm',
    }
    const look = { ...confirm, verdict: 'look' }
    expect(await ask.phone('oMei', 'POST', 'confirm-transfer', look)).toMatchObject({
      errMsg: 'requestMerchantTransfer:ok',
      amountFen: 5_000,
      remark: '佣金',
    })
    const wrong = await ask.phone('oMei', 'POST', 'confirm-transfer', { ...confirm, mchId: '1' })
    expect(wrong['errMsg']).toContain('商户号')
    expect(await ask.phone('oMei', 'POST', 'confirm-transfer', confirm)).toMatchObject({
      result: 'success',
    })
    const again = await ask.phone('oMei', 'POST', 'confirm-transfer', confirm)
    expect(again['errMsg']).toContain('已收款')
  })

  it('knows its person, and answers preflights and nonsense clearly', async () => {
    expect(await ask.phone('oX', 'GET', 'me')).toMatchObject({
      openid: 'oX',
      appid: cloud.env['WXPAY_APPID'],
    })
    expect(await ask.phone('', 'GET', 'me')).toMatchObject({ status: 400 })
    expect(await ask.phone('oX', 'GET', 'nothing')).toMatchObject({ status: 404 })
    const preflight = await fetch(`${cloud.base}/wechat/me`, { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-wx-openid')
  })
})

describe('content checks', () => {
  const check = (content: string, change: object = {}) =>
    ask.openApi('security.msgSecCheck', { version: 2, openid: 'oX', scene: 2, content, ...change })

  it('of version 1 say no with 87014', async () => {
    const first = (content: string) => ask.openApi('security.msgSecCheck', { content })
    expect(await first('好茶')).toMatchObject({ errcode: 0 })
    expect(await first('网上赌博')).toMatchObject({ errcode: 87014 })
    expect(await first('')).toMatchObject({ errcode: 44004 })
  })

  it.each([
    ['好茶', 'pass', 100],
    ['网上赌博', 'risky', 20006],
    ['代开发票', 'risky', 20008],
    ['加微信领红包', 'review', 10001],
  ])('of version 2 find in “%s”: %s, label %i', async (content, suggest, label) => {
    expect(await check(content)).toMatchObject({ errcode: 0, result: { suggest, label } })
  })

  it.each([
    ['nobody', { openid: '' }, 40003],
    ['an unknown scene', { scene: 9 }, 40129],
    ['too long a text', { content: '茶'.repeat(2_501) }, 47001],
  ])('of version 2 refuse %s', async (_name, change, errcode) => {
    expect(await check('好茶', change)).toMatchObject({ errcode })
  })

  it('look for words in a picture’s bytes, and take only pictures of up to 1 MB', async () => {
    const png = PNG.sync.write(new PNG({ width: 2, height: 2 }))
    const media = (value: unknown) => ({ media: { contentType: 'image/png', value } })
    const picture = (value: unknown) => ask.openApi('security.imgSecCheck', media(value))
    expect(await picture(png)).toMatchObject({ errcode: 0 })
    expect(await picture(Buffer.concat([png, Buffer.from('违规测试')]))).toMatchObject({
      errcode: 87014,
    })
    expect(await picture(deflateSync('违规测试'))).toMatchObject({ errcode: 40137 })
    const big = Buffer.concat([png, Buffer.alloc(1_048_577)])
    expect(await picture(big)).toMatchObject({ errcode: 40006 })
    expect(await picture(undefined)).toMatchObject({ errcode: 41005 })
  })
})

describe('a phone number', () => {
  const change = (code: unknown) => ask.openApi('phonenumber.getPhoneNumber', { code })

  it('is given for a code once', async () => {
    const { code } = await ask.phone('oPhone', 'POST', 'phone-code')
    const me = await ask.phone('oPhone', 'GET', 'me')
    expect(await change(code)).toMatchObject({
      phone_info: {
        phone_number: me['phone'],
        country_code: '86',
        watermark: { appid: cloud.env['WXPAY_APPID'] },
      },
    })
    expect(await change(code)).toMatchObject({ errcode: 40029 })
    expect(await change('made up')).toMatchObject({ errcode: 40029 })
  })

  it('is given within five minutes', async () => {
    const late = (await ask.phone('oPhone', 'POST', 'phone-code'))['code']
    const inTime = (await ask.phone('oPhone', 'POST', 'phone-code'))['code']
    cloud.clock.advance(299_000)
    expect(await change(inTime)).toMatchObject({ errcode: 0 })
    cloud.clock.advance(2_000)
    expect(await change(late)).toMatchObject({ errcode: 40029 })
    cloud.clock.advance(-301_000)
  })
})

describe('what WeChat doesn’t know here', () => {
  it.each(['shop.unknown', 'uploadShippingInfo', 'constructor', 'security.toString'])(
    '%s is left to the cloud to refuse',
    async (name) => {
      expect(await cloud.extension.openApi?.(name, {}, {})).toBeNull()
      expect(await cloud.extension.cloudPay?.(name, {}, {})).toBeNull()
    },
  )
})
