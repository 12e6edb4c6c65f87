import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startCloud, type Cloud, type ExtensionFactory } from '../../cloud'
import { createWechat } from '..'
import { bundleFunctions, type FunctionsFolder } from './bundle-functions'
import { callBy, connect } from './merchant'

const DAY = 86_400_000
const wechat = createWechat() satisfies ExtensionFactory

/** A shop that never holds a key: everything through cloud.cloudPay and cloud.openapi. */
const SHOP = `
  const cloud = require('wx-server-sdk')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  exports.main = async ({ api, group, input }) => {
    const part = (group ?? 'cloudPay').split('.').reduce((at, name) => at[name], cloud)
    try {
      const answer = await part[api](input)
      if (!Buffer.isBuffer(answer.data) && !answer.buffer) return answer
      return { base64: (answer.data ?? answer.buffer).toString('base64') }
    } catch (error) {
      return { thrown: { errCode: error.errCode, errMsg: error.errMsg } }
    }
  }`
/** Takes what it is told only when the \`mood\` document says so. */
const CALLBACK = `
  const cloud = require('wx-server-sdk')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  exports.main = async (event) => {
    const db = cloud.database()
    await db.collection('told').add({ data: { event } })
    const { data } = await db.collection('mood').doc('now').get()
    return data.answer
  }`

let cloud: Cloud
let functions: FunctionsFolder

beforeAll(async () => {
  functions = await bundleFunctions({ shop: SHOP, paid: CALLBACK })
  cloud = await startCloud({
    functionsDir: functions.path,
    collections: { told: {}, mood: {} },
    timers: false,
    quiet: true,
    extensions: [wechat],
  })
})
afterAll(async () => {
  await cloud?.stop()
  await functions?.remove()
})
beforeEach(async () => {
  await cloud.reset()
  // A client outside the cloud signs with the real time.
  cloud.clock.set(Date.now())
  setMood({ errcode: 0, errmsg: 'ok' })
})

const setMood = (answer: unknown) => cloud.database.put('mood', [{ _id: 'now', answer }])
type Answer = Record<string, unknown>
const call = (api: string, input: object, group?: string) =>
  cloud.call('shop', { api, input, group }, { openid: 'oMei' }) as Promise<Answer>
const told = () => cloud.database.list<{ event: Answer }>('told').map((each) => each.event)
const mchid = () => wechat.control().keys().mchid

function merchantEnv(): Record<string, string> {
  const keys = wechat.control().keys()
  const [platform] = wechat.control().keyChanges.list()
  return {
    WXPAY_MCHID: keys.mchid,
    WXPAY_MERCHANT_SERIAL: keys.merchantSerial,
    WXPAY_MERCHANT_PRIVATE_KEY: keys.merchantPrivateKey,
    WXPAY_PUBLIC_KEY_ID: platform?.id ?? '',
    WXPAY_PUBLIC_KEY: platform?.publicKey ?? '',
  }
}

const order = (outTradeNo: string, change: object = {}) => ({
  body: '银毫',
  outTradeNo,
  totalFee: 12_800,
  spbillCreateIp: '127.0.0.1',
  subMchId: mchid(),
  envId: 'local-env',
  functionName: 'paid',
  ...change,
})
const pay = (openid: string, placed: Answer, change: object = {}) =>
  wechat.control().pay(openid, { ...(placed['payment'] as object), ...change }).errMsg
const find = (api: string, input: object) => call(api, { subMchId: mchid(), ...input })

async function payFor(outTradeNo: string): Promise<void> {
  const placed = await call('unifiedOrder', order(outTradeNo))
  expect(pay('oMei', placed)).toBe('requestPayment:ok')
  await wechat.control().drain()
}

describe('cloudPay.unifiedOrder', () => {
  it('hands the phone what it needs, for the person who called', async () => {
    const placed = await call('unifiedOrder', order('CP000001'))
    expect(placed).toMatchObject({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      subMchId: mchid(),
      tradeType: 'JSAPI',
      payment: { signType: 'MD5', package: `prepay_id=${String(placed['prepayId'])}` },
      errCode: 0,
    })
    expect(pay('oSomebody', placed)).toContain('不一致')
    expect(pay('oMei', placed, { nonceStr: 'other' })).toContain('签名')
    expect(pay('oMei', placed, { signType: 'RSA' })).toContain('签名方式')
    expect(pay('oMei', placed)).toBe('requestPayment:ok')
    expect(pay('oMei', placed)).toContain('该订单已支付')
  })

  it.each([
    ['no amount', { totalFee: undefined }, { returnCode: 'FAIL' }],
    ['half a fen', { totalFee: 0.5 }, { returnCode: 'FAIL' }],
    ['no function to tell', { functionName: undefined }, { returnCode: 'FAIL' }],
    ['no environment', { envId: undefined }, { returnCode: 'FAIL' }],
    ['a short number', { outTradeNo: 'A' }, { returnCode: 'FAIL' }],
    ['another trade type', { tradeType: 'NATIVE' }, { returnCode: 'FAIL' }],
    ['a foreign merchant', { subMchId: '1' }, { resultCode: 'FAIL', errCode: 0 }],
  ])('says no to %s', async (_name, change, answer) => {
    expect(await call('unifiedOrder', order('CP000002', change))).toMatchObject(answer)
    expect(wechat.control().orders()).toEqual([])
  })

  it('refuses a number with other facts, and one already paid', async () => {
    await call('unifiedOrder', order('CP000003'))
    const other = await call('unifiedOrder', order('CP000003', { totalFee: 1 }))
    expect(other).toMatchObject({ resultCode: 'FAIL', errCodeDes: expect.any(String) as string })
    await payFor('CP000004')
    expect(await call('unifiedOrder', order('CP000004'))).toMatchObject({ resultCode: 'FAIL' })
  })
})

describe('the result of a payment', () => {
  it('comes by invoking the function, and no more once that returned errcode 0', async () => {
    await payFor('CP100001')
    expect(told()).toMatchObject([
      {
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        outTradeNo: 'CP100001',
        subOpenid: 'oMei',
        subMchId: mchid(),
        totalFee: 12_800,
        cashFee: 12_800,
        timeEnd: expect.stringMatching(/^\d{14}$/) as string,
      },
    ])
    await cloud.advance(DAY)
    expect(told()).toHaveLength(1)
  })

  it.each([
    ['returns another errcode', { errcode: 1, errmsg: 'later' }],
    ['returns nothing of use', { ok: true }],
    ['returns null', null],
  ])('comes again by WeChat’s schedule when the function %s', async (_name, answer) => {
    setMood(answer)
    await payFor('CP100002')
    expect(told()).toHaveLength(1)
    await cloud.advance(15_000)
    expect(told()).toHaveLength(2)
    setMood({ errcode: 0, errmsg: '' })
    await cloud.advance(15_000)
    expect(told()).toHaveLength(3)
    expect(wechat.control().notices()[0]).toMatchObject({ state: 'delivered' })
    const bodies = told().map((event) => JSON.stringify(event))
    expect(new Set(bodies).size).toBe(1)
  })

  it('comes again when there is no such function yet', async () => {
    const placed = await call('unifiedOrder', order('CP100003', { functionName: 'later' }))
    pay('oMei', placed)
    await wechat.control().drain()
    expect(wechat.control().notices()[0]).toMatchObject({
      state: 'pending',
      attempts: [{ outcome: '404' }],
    })
  })
})

describe('what cloudPay is asked later', () => {
  it('queries by either number', async () => {
    const unpaid = await call('unifiedOrder', order('CP200001'))
    expect(await find('queryOrder', { outTradeNo: 'CP200001' })).toMatchObject({
      resultCode: 'SUCCESS',
      tradeState: 'NOTPAY',
    })
    pay('oMei', unpaid)
    const paid = await find('queryOrder', { outTradeNo: 'CP200001' })
    expect(paid).toMatchObject({ tradeState: 'SUCCESS', totalFee: 12_800, subOpenid: 'oMei' })
    const { transactionId } = paid
    expect(await find('queryOrder', { transactionId })).toMatchObject({ outTradeNo: 'CP200001' })
    expect(await find('queryOrder', { outTradeNo: 'NOSUCH01' })).toMatchObject({
      resultCode: 'FAIL',
    })
    expect(await find('queryOrder', {})).toMatchObject({ returnCode: 'FAIL' })
  })

  it('closes what isn’t paid', async () => {
    const placed = await call('unifiedOrder', order('CP200002'))
    expect(await find('closeOrder', { outTradeNo: 'CP200002' })).toMatchObject({
      resultCode: 'SUCCESS',
    })
    expect(pay('oMei', placed)).toContain('订单已关闭')
    expect(await find('closeOrder', { outTradeNo: 'CP200002' })).toMatchObject({
      resultCode: 'FAIL',
    })
    await payFor('CP200003')
    expect(await find('closeOrder', { outTradeNo: 'CP200003' })).toMatchObject({
      resultCode: 'FAIL',
    })
  })

  it('refunds in parts, tells the function, and answers for each', async () => {
    await payFor('CP200004')
    const refund = (outRefundNo: string, refundFee: number) =>
      find('refund', {
        outTradeNo: 'CP200004',
        outRefundNo,
        totalFee: 12_800,
        refundFee,
        envId: 'local-env',
        functionName: 'paid',
      })
    expect(await refund('CR1', 800)).toMatchObject({ resultCode: 'SUCCESS', refundFee: 800 })
    expect(await refund('CR2', 12_000)).toMatchObject({ resultCode: 'SUCCESS' })
    expect(await refund('CR3', 1)).toMatchObject({ resultCode: 'FAIL' })
    await wechat.control().drain()
    // Two notices under way at once may arrive in either order.
    const events = told()
      .slice(1)
      .map((event) => [event['outRefundNo'], event['refundStatus']])
    expect(events.sort()).toEqual([
      ['CR1', 'SUCCESS'],
      ['CR2', 'SUCCESS'],
    ])
    expect(await find('queryRefund', { outTradeNo: 'CP200004' })).toMatchObject({
      refundCount: 2,
      outRefundNoList: ['CR1', 'CR2'],
      refundStatusList: ['SUCCESS', 'SUCCESS'],
      refundFeeList: [800, 12_000],
    })
    expect(await find('queryRefund', { outRefundNo: 'CR2' })).toMatchObject({ refundCount: 1 })
    expect(await find('queryRefund', { outRefundNo: 'CR9' })).toMatchObject({ resultCode: 'FAIL' })
  })

  it('downloads the day’s bill of its own trade, plain and gzipped', async () => {
    await payFor('CP200005')
    const day = new Date(cloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const bill = { billDate: day.replaceAll('-', ''), billType: 'ALL' }
    expect(await find('downloadBill', bill)).toMatchObject({ resultCode: 'FAIL' })
    wechat.control().settings({ billReadyMs: -DAY })
    const plain = String((await find('downloadBill', bill))['data'])
    expect(plain).toContain('`CP200005')
    const packed = await find('downloadBill', { ...bill, tarType: 'GZIP' })
    expect(gunzipSync(Buffer.from(String(packed['base64']), 'base64')).toString()).toBe(plain)
  })
})

describe('cloudPay and APIv3', () => {
  it('don’t know each other’s orders', async () => {
    await payFor('CP300001')
    const { transactionId } = await find('queryOrder', { outTradeNo: 'CP300001' })
    const client = connect(cloud.base, merchantEnv())
    const params = { params: { mchid: mchid() } }
    const v3 = (method: string, path: string, body?: object, extra?: object) =>
      callBy(client, method, `v3/${path}`, body, extra)
    const unknown = { status: 404, code: 'ORDER_NOT_EXIST' }
    const orders = 'pay/transactions'
    expect(await v3('get', `${orders}/out-trade-no/CP300001`, undefined, params)).toMatchObject(
      unknown,
    )
    expect(
      await v3('get', `${orders}/id/${String(transactionId)}`, undefined, params),
    ).toMatchObject(unknown)
    const refund = {
      out_trade_no: 'CP300001',
      out_refund_no: 'V3R1',
      amount: { refund: 1, total: 12_800, currency: 'CNY' },
    }
    expect(await v3('post', 'refund/domestic/refunds', refund)).toMatchObject({ status: 404 })
    wechat.control().settings({ billReadyMs: -DAY })
    const bill_date = new Date(cloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const bill = { params: { bill_date, bill_type: 'ALL' } }
    expect(await v3('get', 'bill/tradebill', undefined, bill)).toMatchObject({
      code: 'NO_STATEMENT_EXIST',
    })
  })

  it('are struck by the same faults', async () => {
    const match = { target: 'pay', action: 'cloudPay.unifiedOrder' }
    cloud.faults.add({ match, effect: 'fail', code: 'SYSTEM_ERROR', count: 1 })
    expect(await call('unifiedOrder', order('CP300002'))).toMatchObject({ resultCode: 'FAIL' })
    expect(wechat.control().orders()).toEqual([])
    cloud.faults.add({ match, effect: 'drop-answer-after-work', count: 1 })
    expect(await call('unifiedOrder', order('CP300002'))).toHaveProperty('thrown')
    expect(wechat.control().orders()).toHaveLength(1)
  })
})

describe('cloud.openapi', () => {
  it('draws codes and sends messages through the real SDK', async () => {
    const code = await call('getUnlimited', { scene: 'a=1', page: 'pages/a' }, 'openapi.wxacode')
    expect(Buffer.from(String(code['base64']), 'base64').subarray(1, 4).toString()).toBe('PNG')
    const bad = await call('getUnlimited', { scene: 'a'.repeat(33) }, 'openapi.wxacode')
    expect(bad).toMatchObject({ thrown: { errCode: 40169 } })
    const message = { touser: 'oMei', templateId: 'T1', data: { thing1: { value: '茶' } } }
    expect(await call('send', message, 'openapi.subscribeMessage')).toMatchObject({
      thrown: { errCode: 43101 },
    })
  })

  it('is -604101 for a name that isn’t there', async () => {
    for (const [api, group] of [
      ['nothing', 'openapi.wxacode'],
      ['getUnlimited', 'openapi.shop'],
      ['mediaCheckAsync', 'openapi.security'],
    ] as const) {
      expect(await call(api, {}, group)).toMatchObject({ thrown: { errCode: -604101 } })
    }
  })
})
