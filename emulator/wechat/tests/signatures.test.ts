import { createPublicKey, createVerify } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMerchant, type Merchant } from './merchant'
import { sendRaw, type RawRequest } from './raw-request'
import { startTestCloud, type TestCloud } from './test-cloud'

const QUERY = '/v3/pay/transactions/out-trade-no/NEVERPLACED'
const REFUNDS = '/v3/refund/domestic/refunds'

let cloud: TestCloud
let merchant: Merchant
let query: RawRequest

beforeAll(async () => {
  cloud = await startTestCloud()
  merchant = createMerchant(cloud)
  query = { method: 'GET', path: `${QUERY}?mchid=${cloud.env['WXPAY_MCHID']}` }
})
afterAll(() => cloud.stop())
beforeEach(() => {
  cloud.faults.length = 0
})

describe('the merchant’s request', () => {
  it('is let in when genuine: the order is simply not there', async () => {
    expect(await sendRaw(cloud, query)).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
  })

  const now = () => Math.floor(cloud.clock.now() / 1000)
  it.each<[flaw: string, change: () => Partial<RawRequest>, message: RegExp]>([
    ['without Authorization', () => ({ headers: { authorization: undefined } }), /缺少Auth/],
    ['of another scheme', () => ({ scheme: 'Bearer' }), /认证类型/],
    ['without a nonce', () => ({ nonce: '' }), /格式错误/],
    ['of another merchant', () => ({ mchid: '1900000001' }), /商户号/],
    ['under an unknown serial', () => ({ serial: 'ABCDEF' }), /商户证书序列号有误/],
    ['six minutes old', () => ({ timestamp: now() - 360 }), /timestamp/],
    ['six minutes early', () => ({ timestamp: now() + 360 }), /timestamp/],
    ['with an unreadable time', () => ({ timestamp: Number.NaN }), /timestamp/],
    ['with somebody’s signature', () => ({ signature: 'bm8=' }), /签名错误/],
    ['with another number in the path', () => ({ sentPath: `${QUERY}2?mchid=1` }), /签名错误/],
    ['with a further parameter', () => ({ sentPath: `${query.path}&x=1` }), /签名错误/],
    ['by another method', () => ({ sentMethod: 'DELETE' }), /签名错误/],
  ])('is 401 SIGN_ERROR %s', async (_flaw, change, message) => {
    const answer = await sendRaw(cloud, { ...query, ...change() })
    expect(answer).toMatchObject({ status: 401, code: 'SIGN_ERROR' })
    expect(answer.message).toMatch(message)
  })

  it('is 401 when one byte of the body was changed, and told what was compared', async () => {
    const request = { method: 'POST', path: REFUNDS, body: '{"a":1}', sentBody: '{"a":2}' }
    const answer = await sendRaw(cloud, request)
    expect(answer).toMatchObject({ status: 401, code: 'SIGN_ERROR' })
    expect(answer.detail).toMatchObject({
      issue: 'sign not match',
      sign_information: { method: 'POST', url: REFUNDS },
    })
    expect(await sendRaw(cloud, { ...request, sentBody: '{"a":1}' })).toMatchObject({ status: 400 })
  })

  it('is 400 PARAM_ERROR without Accept, with a body that is no JSON, with a path that is no URL', async () => {
    // fetch always sends an Accept header: an empty one stands for none.
    const bare = { ...query, headers: { accept: ' ' } }
    expect(await sendRaw(cloud, bare)).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
    const noJson = { method: 'POST', path: REFUNDS, body: 'a=1' }
    expect(await sendRaw(cloud, noJson)).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
    const badPath = { method: 'GET', path: `${REFUNDS}/%E0%A4%A` }
    expect(await sendRaw(cloud, badPath)).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
  })

  it('is 404 for what the sandbox doesn’t have', async () => {
    const unknown = { method: 'GET', path: '/v3/profitsharing/orders/1' }
    expect(await sendRaw(cloud, unknown)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })
})

describe('the answer', () => {
  it('is signed with WeChat’s key over its exact text, refusals too', async () => {
    const { headers, text, status } = await sendRaw(cloud, query)
    expect(status).toBe(404)
    const der = Buffer.from(cloud.env['WXPAY_PUBLIC_KEY'] ?? '', 'base64')
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    const part = (name: string) => headers.get(`wechatpay-${name}`) ?? ''
    const verify = (body: string) =>
      createVerify('RSA-SHA256')
        .update(`${part('timestamp')}\n${part('nonce')}\n${body}\n`)
        .verify(key, part('signature'), 'base64')
    expect(part('serial')).toBe(cloud.env['WXPAY_PUBLIC_KEY_ID'])
    expect(verify(text)).toBe(true)
    expect(verify(`${text} `)).toBe(false)
    expect(headers.get('request-id')).not.toBeNull()
  })

  it.each([
    ['ANSWER_FORGED', 'EV3_RES_HEADER_SIGNATURE_DIGEST'],
    ['ANSWER_UNSIGNED', 'EV3_RES_HEADERS_INCOMPLATE'],
    ['ANSWER_LATE', 'EV3_RES_HEADER_TIMESTAMP_OFFSET'],
    ['ANSWER_KEY_UNKNOWN', 'EV3_RES_HEADER_PLATFORM_SERIAL'],
  ])('spoiled by %s is refused by the SDK', async (flaw, code) => {
    cloud.faults.push({ target: 'pay', effect: { effect: 'fail', code: flaw } })
    expect(await merchant.place(merchant.number('FLAW'))).toMatchObject({ status: 200, code })
  })

  it('may be lost although the work is done', async () => {
    const no = merchant.number('LOST')
    cloud.faults.push({ target: 'pay', effect: { effect: 'drop-answer-after-work' } })
    expect(await merchant.place(no)).toMatchObject({ status: 0 })
    expect((await merchant.query(no)).data['trade_state']).toBe('NOTPAY')
  })

  it.each([
    ['SYSTEM_ERROR', 500],
    ['FREQUENCY_LIMITED', 429],
    ['NO_AUTH', 403],
    ['RULE_LIMIT', 403],
    ['PARAM_ERROR', 400],
  ])('is %s with HTTP %i when ordered, and nothing is done', async (code, status) => {
    const no = merchant.number('REFUSED')
    cloud.faults.push({ target: 'pay', effect: { effect: 'fail', code } })
    expect(await merchant.place(no)).toMatchObject({ status, code })
    expect(await merchant.query(no)).toMatchObject({ status: 404 })
  })
})
