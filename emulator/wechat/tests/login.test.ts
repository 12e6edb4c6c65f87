import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAsking, type Asking } from './ask-phone'
import { createMerchant } from './merchant'
import { startTestCloud, type TestCloud } from './test-cloud'

let cloud: TestCloud
let ask: Asking
let app: { appid: string; secret: string }

beforeAll(async () => {
  cloud = await startTestCloud()
  ask = createAsking(cloud)
  const answer = await fetch(`${cloud.base}/__emulator__/wechat/app`)
  const { appid, appSecret } = (await answer.json()) as { appid: string; appSecret: string }
  app = { appid, secret: appSecret }
})
afterAll(() => cloud.stop())

type Json = Record<string, unknown>
async function get(path: string, query: Record<string, string>): Promise<Json> {
  const answer = await fetch(`${cloud.base}${path}?${new URLSearchParams(query).toString()}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Json
}
const login = async (openid: string) => String((await ask.phone(openid, 'POST', 'login'))['code'])
const exchange = (js_code: string, change: object = {}) =>
  get('/sns/jscode2session', { ...app, js_code, grant_type: 'authorization_code', ...change })

describe('GET /sns/jscode2session', () => {
  it('changes a login code for the OPENID, once', async () => {
    const code = await login('oMei')
    expect(await exchange(code)).toEqual({
      openid: 'oMei',
      session_key: expect.stringMatching(/^[\w+/]{22}==$/) as string,
    })
    expect(await exchange(code)).toMatchObject({ errcode: 40163 })
  })

  it('works within five minutes', async () => {
    const code = await login('oMei')
    cloud.clock.advance(301_000)
    expect(await exchange(code)).toMatchObject({ errcode: 40029 })
    cloud.clock.advance(-301_000)
    expect(await exchange(code)).toMatchObject({ openid: 'oMei' })
  })

  it.each([
    ['another app', { appid: 'wx9' }, 40013],
    ['another secret', { secret: 'guess' }, 40125],
    ['another grant', { grant_type: 'password' }, 40002],
    ['a made-up code', { js_code: '0' }, 40029],
  ])('refuses %s', async (_name, change, errcode) => {
    const code = await login('oMei')
    expect(await exchange(code, change)).toMatchObject({ errcode })
    expect(await exchange(code)).toMatchObject({ openid: 'oMei' })
  })
})

describe('the server API over HTTP', () => {
  const grant = { grant_type: 'client_credential' }
  const post = async (path: string, token: string, body: object | string) =>
    fetch(`${cloud.base}${path}?access_token=${token}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  it('answers what cloud.openapi answers, with an access token that lives two hours', async () => {
    const { access_token: token, expires_in } = await get('/cgi-bin/token', { ...app, ...grant })
    expect(expires_in).toBe(7_200)
    const { code } = await ask.phone('oMei', 'POST', 'phone-code')
    const number = await post('/wxa/business/getuserphonenumber', String(token), { code })
    expect(await number.json()).toMatchObject({ errcode: 0, phone_info: { country_code: '86' } })
    const picture = await post('/wxa/getwxacodeunlimit', String(token), { scene: 'a', page: 'p' })
    expect(picture.headers.get('content-type')).toBe('image/png')
    const merchant = createMerchant(cloud)
    await merchant.payFor('HTTPSHIP')
    const state = await post('/wxa/sec/order/get_order', String(token), {
      merchant_id: cloud.env['WXPAY_MCHID'],
      merchant_trade_no: 'HTTPSHIP',
    })
    expect(await state.json()).toMatchObject({ order: { order_state: 1 } })
    cloud.clock.advance(7_200_001)
    expect(await (await post('/wxa/msg_sec_check', String(token), {})).json()).toMatchObject({
      errcode: 42001,
    })
    cloud.clock.advance(-7_200_001)
  })

  it('refuses a token that was never given, a wrong app, and a body that is no JSON', async () => {
    const check = await post('/wxa/msg_sec_check', 'guess', { content: '茶' })
    expect(await check.json()).toMatchObject({ errcode: 40001 })
    expect(await get('/cgi-bin/token', { ...app, ...grant, secret: 'x' })).toMatchObject({
      errcode: 40125,
    })
    const { access_token: token } = await get('/cgi-bin/token', { ...app, ...grant })
    const broken = await post('/wxa/msg_sec_check', String(token), '{')
    expect(await broken.json()).toMatchObject({ errcode: 47001 })
  })
})
