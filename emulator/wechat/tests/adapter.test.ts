import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PayNotConfigured, PayRefused, PayUnknown } from '../../../cloudfunctions/ports/payments'
import { createWechatPay } from '../../../cloudfunctions/adapters/wechat-pay'
import { createShop, failureOf, PAYEE, PAYER, type Shop } from './shop'
import { startTestCloud, type TestCloud } from './test-cloud'

let cloud: TestCloud
let shop: Shop

beforeAll(async () => {
  cloud = await startTestCloud()
  shop = createShop(cloud)
})
afterAll(() => cloud.stop())
beforeEach(() => {
  cloud.faults.length = 0
  cloud.merchant.received.length = 0
  cloud.merchant.status = 200
})

describe('paying', () => {
  it('takes an order from prepay to a verified notice and a query that agrees', async () => {
    const outTradeNo = shop.number('ORDER')
    const { prepayId } = await shop.prepay(outTradeNo)
    expect(await shop.payments.query(outTradeNo)).toEqual({ state: 'not-paid' })
    const params = shop.payments.clientParams(prepayId, cloud.clock.now(), 'n1')
    expect(params).toMatchObject({ package: `prepay_id=${prepayId}`, signType: 'RSA' })
    expect(cloud.control.pay(PAYER, params).errMsg).toBe('requestPayment:ok')
    await cloud.control.drain()
    const state = await shop.payments.query(outTradeNo)
    expect(state).toMatchObject({ state: 'success', amountFen: 12_345, payerOpenid: PAYER })
    expect(cloud.merchant.received.at(-1)?.path).toBe('/http/pay-notify/payment')
    const notice = shop.lastNotice()
    expect(notice).toMatchObject({ kind: 'payment', outTradeNo, attach: 'ord_1' })
    expect({ ...notice, state: 'success' }).toMatchObject(state)
  })

  it('finds nothing under an unknown number', async () => {
    expect(await shop.payments.query('NOSUCHORDER')).toEqual({ state: 'not-found' })
    expect(await shop.payments.queryRefund('NOSUCHREFUND')).toEqual({ state: 'not-found' })
    expect(await shop.transfers.query('NOSUCHBILL')).toEqual({ state: 'not-found' })
  })

  it('gives a new prepay id for the same facts and refuses other facts under one number', async () => {
    const outTradeNo = shop.number('AGAIN')
    const expireAt = cloud.clock.now() + 900_000
    const input = { outTradeNo, description: '茶', amountFen: 100, payerOpenid: PAYER, expireAt }
    await shop.payments.prepay(input)
    expect((await shop.payments.prepay(input)).prepayId).toMatch(/^wx/)
    const failure = await failureOf(shop.payments.prepay({ ...input, amountFen: 101 }))
    expect(failure).toBeInstanceOf(PayRefused)
    expect(failure).toMatchObject({ operation: 'prepay', code: 'INVALID_REQUEST', status: 400 })
  })

  it('closes an unpaid order for good, again without harm, and never a paid one', async () => {
    const outTradeNo = shop.number('CLOSE')
    const { prepayId } = await shop.prepay(outTradeNo)
    await shop.payments.close(outTradeNo)
    await shop.payments.close(outTradeNo)
    expect(await shop.payments.query(outTradeNo)).toEqual({ state: 'closed' })
    const params = shop.payments.clientParams(prepayId, cloud.clock.now(), 'n')
    expect(cloud.control.pay(PAYER, params).errMsg).toContain('订单已关闭')
    const paid = shop.number('PAID')
    await shop.payFor(paid)
    expect(await failureOf(shop.payments.close(paid))).toMatchObject({ code: 'ORDERPAID' })
  })
})

describe('refunding', () => {
  it('is accepted first and final by notice and query', async () => {
    const outTradeNo = shop.number('ORDER')
    await shop.payFor(outTradeNo)
    const input = { outTradeNo, amountFen: 3_000, totalFen: 12_345, reason: '少发一件' }
    const first = await shop.payments.refund({ ...input, outRefundNo: 'R1' })
    expect(first.state).toBe('processing')
    await cloud.control.drain()
    expect(await shop.payments.queryRefund('R1')).toMatchObject({ state: 'success' })
    expect(await shop.payments.refund({ ...input, outRefundNo: 'R1' })).toMatchObject({
      state: 'success',
    })
    expect(shop.lastNotice()).toMatchObject({
      kind: 'refund',
      outRefundNo: 'R1',
      status: 'success',
      amountFen: 3_000,
      totalFen: 12_345,
    })
    expect(await shop.payments.query(outTradeNo)).toMatchObject({
      state: 'refund',
      amountFen: 12_345,
    })
    const tooMuch = shop.payments.refund({ ...input, outRefundNo: 'R2', amountFen: 9_346 })
    expect(await failureOf(tooMuch)).toBeInstanceOf(PayRefused)
  })

  it('tells an abnormal and a closed refund', async () => {
    const outTradeNo = shop.number('ORDER')
    await shop.payFor(outTradeNo, 1_000)
    cloud.control.settings({ refundMs: 60_000 })
    for (const [outRefundNo, outcome, status] of [
      ['RX1', 'ABNORMAL', 'abnormal'],
      ['RX2', 'CLOSED', 'closed'],
    ] as const) {
      await shop.payments.refund({
        outTradeNo,
        outRefundNo,
        amountFen: 400,
        totalFen: 1_000,
        reason: 'x',
      })
      cloud.control.decideRefund(outRefundNo, outcome)
      cloud.control.settings({ refundMs: 0 })
      await cloud.control.drain()
      expect((await shop.payments.queryRefund(outRefundNo)).state).toBe(status)
      expect(shop.lastNotice()).toMatchObject({ kind: 'refund', outRefundNo, status })
      cloud.control.settings({ refundMs: 60_000 })
    }
    cloud.control.settings({ refundMs: 0 })
  })
})

describe('paying people out', () => {
  const bill = (outBillNo: string, amountFen = 5_000) => ({
    outBillNo,
    openid: PAYEE,
    amountFen,
    remark: '佣金提现',
  })

  it('waits for the person, then succeeds by notice and query', async () => {
    const outBillNo = shop.number('BILL')
    const state = await shop.transfers.dispatch(bill(outBillNo))
    if (state.state !== 'wait-user-confirm') throw new Error(state.state)
    const params = shop.transfers.clientParams(state.packageInfo ?? '')
    expect(cloud.control.confirm(PAYEE, params, 'cancel').errMsg).toContain('cancel')
    // A query never tells what opens the sheet; the same dispatch again does.
    const queried = await shop.transfers.query(outBillNo)
    expect(queried).toEqual({ state: 'wait-user-confirm', transferBillNo: state.transferBillNo })
    expect(await shop.transfers.dispatch(bill(outBillNo))).toEqual(state)
    expect(cloud.control.confirm('oSomebody', params).errMsg).toContain('不一致')
    expect(cloud.control.confirm(PAYEE, params).errMsg).toBe('requestMerchantTransfer:ok')
    await cloud.control.drain()
    expect(await shop.transfers.query(outBillNo)).toMatchObject({ state: 'success' })
    expect(shop.lastNotice()).toMatchObject({
      kind: 'transfer',
      outBillNo,
      status: 'success',
      amountFen: 5_000,
      openid: PAYEE,
    })
    expect((await shop.transfers.dispatch(bill(outBillNo))).state).toBe('success')
    expect(await failureOf(shop.transfers.dispatch(bill(outBillNo, 5_001)))).toBeInstanceOf(
      PayRefused,
    )
  })

  it('sends a real name encrypted and fails when it is somebody else’s', async () => {
    cloud.control.setPerson(PAYEE, { realName: '林美' })
    const right = { ...bill(shop.number('NAME'), 200_000), userName: '林美' }
    expect((await shop.transfers.dispatch(right)).state).toBe('wait-user-confirm')
    expect((await shop.transfers.dispatch(right)).state).toBe('wait-user-confirm')
    const wrong = { ...bill(shop.number('NAME'), 200_000), userName: '王五' }
    expect(await shop.transfers.dispatch(wrong)).toMatchObject({
      state: 'fail',
      reason: 'NAME_NOT_CORRECT',
    })
    const nameless = bill(shop.number('NAME'), 200_000)
    expect(await failureOf(shop.transfers.dispatch(nameless))).toMatchObject({
      code: 'PARAM_ERROR',
    })
  })

  it('is revoked before the person confirms', async () => {
    const outBillNo = shop.number('REVOKE')
    await shop.transfers.dispatch(bill(outBillNo))
    expect((await shop.transfers.cancel(outBillNo)).state).toBe('canceling')
    await cloud.control.drain()
    expect((await shop.transfers.query(outBillNo)).state).toBe('cancelled')
    expect(shop.lastNotice()).toMatchObject({ kind: 'transfer', status: 'cancelled' })
    expect(await shop.transfers.cancel('NOSUCHBILL')).toEqual({ state: 'not-found' })
  })
})

describe('an outcome that cannot be known', () => {
  it.each([
    ['a 500', { effect: 'fail' }, 'SYSTEM_ERROR'],
    ['a lost answer', { effect: 'drop-answer-after-work' }, 'CONNECTION'],
    ['a forged answer', { effect: 'fail', code: 'ANSWER_FORGED' }, 'UNTRUSTED_ANSWER'],
    ['an unsigned answer', { effect: 'fail', code: 'ANSWER_UNSIGNED' }, 'UNTRUSTED_ANSWER'],
    ['a late answer', { effect: 'fail', code: 'ANSWER_LATE' }, 'UNTRUSTED_ANSWER'],
    [
      'an answer under an unknown key',
      { effect: 'fail', code: 'ANSWER_KEY_UNKNOWN' },
      'UNTRUSTED_ANSWER',
    ],
  ])('%s is unknown, and the same number can be tried again', async (_name, effect, code) => {
    const input = { outBillNo: shop.number('UNSURE'), openid: PAYEE, amountFen: 100, remark: 'r' }
    cloud.faults.push({ target: 'pay', effect })
    const failure = await failureOf(shop.transfers.dispatch(input))
    expect(failure).toBeInstanceOf(PayUnknown)
    expect(failure).toMatchObject({ operation: 'dispatch', code })
    expect((await shop.transfers.dispatch(input)).state).toBe('wait-user-confirm')
    const bills = cloud.control.transfers().filter((each) => each.outBillNo === input.outBillNo)
    expect(bills).toHaveLength(1)
  })

  it('a refused connection and an error page are unknown too', async () => {
    const nowhere = createWechatPay({ ...cloud.env, WXPAY_BASE_URL: 'http://127.0.0.1:1' })
    expect(await failureOf(nowhere.payments.query('ORDER1'))).toMatchObject({ code: 'CONNECTION' })
  })

  it('never leaks the signature, the person or the raw error', async () => {
    cloud.faults.push({ target: 'pay', effect: { effect: 'fail', code: 'ANSWER_FORGED' } })
    const failure = await failureOf(shop.prepay(shop.number('LEAK')))
    expect(inspect(failure, { depth: 9 })).not.toMatch(/WECHATPAY2|oShopper|axios/i)
    expect(JSON.stringify(failure)).not.toMatch(/WECHATPAY2|oShopper/)
  })
})

describe('configuration', () => {
  it('names every missing variable at the first use, not before', async () => {
    const bare = createWechatPay({ WXPAY_APPID: 'wx1', WXPAY_MCHID: ' ' })
    const failure = await failureOf(bare.payments.query('ORDER1'))
    expect(failure).toBeInstanceOf(PayNotConfigured)
    expect(failure).toHaveProperty('missing', [
      'WXPAY_MCHID',
      'WXPAY_MERCHANT_SERIAL',
      'WXPAY_MERCHANT_PRIVATE_KEY',
      'WXPAY_PUBLIC_KEY_ID',
      'WXPAY_PUBLIC_KEY',
      'WXPAY_APIV3_KEY',
      'WXPAY_NOTIFY_BASE',
    ])
  })

  it('does not quote a key that cannot be read', async () => {
    const broken = createWechatPay({ ...cloud.env, WXPAY_MERCHANT_PRIVATE_KEY: 'SECRETJUNK' })
    const failure = await failureOf(broken.payments.query('ORDER1'))
    expect(String(failure)).toContain('WXPAY_MERCHANT_PRIVATE_KEY')
    expect(String(failure)).not.toContain('SECRETJUNK')
  })
})
