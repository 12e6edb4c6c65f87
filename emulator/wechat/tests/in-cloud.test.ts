import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCloud, type Cloud, type ExtensionFactory } from '../../cloud'
import { createWechat } from '..'
import { bundleFunctions, type FunctionsFolder } from './bundle-functions'

const DAY = 86_400_000
const wechat = createWechat() satisfies ExtensionFactory

const SHOP = `
  import { createWechatPay } from './cloudfunctions/adapters/wechat-pay'
  const { payments, transfers } = createWechatPay(process.env)
  export const main = async ({ verb, input }) => {
    if (verb === 'query') return payments.query(input)
    if (verb === 'dispatch') return transfers.dispatch(input)
    const { prepayId } = await payments.prepay({ ...input, expireAt: Date.now() + 60000 })
    return payments.clientParams(prepayId, Date.now(), 'nonce')
  }`
const NOTIFY = `
  import { createWechatPay } from './cloudfunctions/adapters/wechat-pay'
  const { payments } = createWechatPay(process.env)
  export const main = async ({ headers, body, isBase64Encoded }) => {
    const raw = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body
    try {
      console.log(payments.readNotice(headers, raw, Date.now()).kind)
      return { statusCode: 204, body: '' }
    } catch (error) {
      return { statusCode: 401, body: JSON.stringify({ code: 'FAIL', message: error.message }) }
    }
  }`

let cloud: Cloud
let functions: FunctionsFolder

beforeAll(async () => {
  functions = await bundleFunctions({ shop: SHOP, 'pay-notify': NOTIFY })
  cloud = await startCloud({
    functionsDir: functions.path,
    collections: {},
    timers: false,
    quiet: true,
    extensions: [wechat],
  })
})
afterAll(async () => {
  await cloud?.stop()
  await functions?.remove()
})

const order = (outTradeNo: string) => ({
  outTradeNo,
  description: '银毫',
  amountFen: 12_800,
  payerOpenid: 'oShopper',
})

async function payOnce(outTradeNo: string): Promise<void> {
  const params = await cloud.call('shop', { verb: 'prepay', input: order(outTradeNo) })
  const answer = await fetch(`${cloud.base}/wechat/request-payment`, {
    method: 'POST',
    headers: { 'x-wx-openid': 'oShopper' },
    body: JSON.stringify({ ...(params as object), verdict: 'pay' }),
  })
  expect(await answer.json()).toEqual({ errMsg: 'requestPayment:ok' })
  await wechat.control().drain()
  const state = await cloud.call('shop', { verb: 'query', input: outTradeNo })
  expect(state).toMatchObject({ state: 'success', amountFen: 12_800 })
}

describe('inside the local cloud', () => {
  it('a function takes a payment and another believes the notice, today and 100 days later', async () => {
    await payOnce('CLOUD001')
    await cloud.advance(100 * DAY)
    await payOnce('CLOUD002')
    const outcomes = wechat
      .control()
      .notices()
      .map((notice) => notice.attempts.at(-1)?.outcome)
    expect(outcomes).toEqual(['204', '204'])
  })

  it('a forged notice is answered 401, and the keys survive a reset', async () => {
    expect(await wechat.control().forge({ outTradeNo: 'CLOUD001', flaw: 'forged' })).toBe('401')
    await cloud.reset()
    await payOnce('CLOUD003')
  })

  it('declared faults strike pay calls by path', async () => {
    cloud.faults.add({
      match: { target: 'pay', path: '/v3/fund-app/mch-transfer/transfer-bills' },
      effect: 'drop-answer-after-work',
      count: 1,
    })
    const input = { outBillNo: 'BILL1', openid: 'oMei', amountFen: 1_000, remark: '佣金' }
    const dispatch = () => cloud.call('shop', { verb: 'dispatch', input })
    await expect(dispatch()).rejects.toThrow(/outcome unknown/)
    expect(await dispatch()).toMatchObject({ state: 'wait-user-confirm' })
    expect(wechat.control().transfers()).toHaveLength(1)
  })

  it('control calls reach the extension through the cloud’s own address', async () => {
    const answer = await fetch(`${cloud.base}/__emulator__/wechat/transfers`)
    expect(await answer.json()).toMatchObject([{ outBillNo: 'BILL1', state: 'WAIT_USER_CONFIRM' }])
    await cloud.advance(DAY)
    expect(wechat.control().transfers()[0]).toMatchObject({
      state: 'FAIL',
      failReason: 'OVERDUE_CLOSE',
    })
  })
})
