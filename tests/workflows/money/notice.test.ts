// 付款通知: twice, late, forged, for another amount, cut short: paid once, accrued once, and nothing half done.
import { describe, expect, it } from 'vitest'
import { lineOf } from '../trade/open-trade'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money

startEachTest((opened) => (money = opened))

const forge = (outTradeNo: string, forgery: object) =>
  money.world.control<{ answer: string }>('wechat/forge', { outTradeNo, ...forgery })
const untouched = (orderId: string) => {
  expect(money.order(orderId)).toMatchObject({ status: 'created', paidAt: null })
  expect(money.entries()).toEqual([])
}
/** An order that waits for its payment at WeChat. */
async function unpaid(): Promise<{ orderId: string; outTradeNo: string }> {
  const { orderId } = await money.place(money.shopper, [lineOf(money.pot, 0, 1)])
  await money.shopper.call('mall.startPayment', { orderId })
  return { orderId, outTradeNo: money.order(orderId).outTradeNo }
}

describe('付款通知', () => {
  it('来两次，只入账一次', async () => {
    const orderId = await money.buyTeaAndPot()
    expect(await money.deliver('payment', 3)).toEqual(['200', '200', '200'])
    expect(money.entries('ORDER_PAID')).toHaveLength(1)
    expect(money.entries('COMMISSION_ACCRUED')).toHaveLength(1)
    expect(money.noticeRecords()).toHaveLength(1)
    expect(money.order(orderId).status).toBe('paid')
  })

  it('在页面查到付款之后才来，什么也不重复', async () => {
    const orderId = await money.buyTeaAndPot()
    expect(await money.shopper.call('mall.checkPayment', { orderId })).toMatchObject({
      isPaid: true,
    })
    expect(await money.deliver('payment', 2)).toEqual(['200', '200'])
    await money.world.runTimer()
    expect(money.entries()).toHaveLength(2)
    expect(money.wallet(money.mei).pendingFen).toBe(1392)
  })

  it('和页面的查询同时来，也只入账一次', async () => {
    const orderId = await money.buyTeaAndPot()
    await Promise.all([
      money.deliver('payment', 1),
      money.shopper.call('mall.checkPayment', { orderId }),
      money.world.runTimer(),
    ])
    expect(money.entries()).toHaveLength(2)
    expect(money.wallet(money.lan).pendingFen).toBe(580)
  })

  it.each(['forged', 'unsigned', 'late', 'unknown-serial'])(
    '签名不对（%s）的通知被拒绝，什么也不留下',
    async (flaw) => {
      const { orderId, outTradeNo } = await unpaid()
      expect((await forge(outTradeNo, { flaw })).answer).toMatch(/^4/)
      expect(money.noticeRecords()).toEqual([])
      untouched(orderId)
    },
  )

  it('金额和订单不一致：不入账，留下提醒，通知记为拒绝', async () => {
    const { orderId, outTradeNo } = await unpaid()
    expect((await forge(outTradeNo, { amountFen: 1 })).answer).toBe('200')
    untouched(orderId)
    expect(money.noticeRecords()[0]).toMatchObject({
      status: 'refused',
      refusedWith: 'PAYMENT_AMOUNT_MISMATCH',
    })
    expect(money.alerts().map((alert) => alert.kind)).toEqual(['PAYMENT_AMOUNT_MISMATCH'])
  })

  it('存下的通知里没有 OPENID', async () => {
    await money.buyTeaAndPot()
    await money.deliver('payment')
    expect(JSON.stringify(money.noticeRecords())).not.toContain(money.shopper.openid)
  })

  it('从小程序里调用会被拒绝', async () => {
    const event = { httpMethod: 'POST', path: '/pay-notify/payment', headers: {}, body: '{}' }
    const { openid } = money.shopper
    for (const name of ['pay-notify', 'timer']) {
      const answer = await money.world.cloud.call(name, { ...event, Type: 'Timer' }, { openid })
      expect(answer).toMatchObject({ ok: false, error: { code: 'CALL_REFUSED' } })
    }
    const answer = await money.world.cloud.http('timer', '/timer', { method: 'POST', body: '{}' })
    expect(answer.body.toString()).toContain('CALL_REFUSED')
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])(
    '函数在第 %i 次数据库调用时被杀：重发和定时器把它补完，只算一次',
    async (calls) => {
      const orderId = await money.buyTeaAndPot()
      await money.cutShort('pay-notify', calls, () => money.deliver('payment'))
      await money.deliver('payment')
      await money.world.cloud.advance(30_000)
      await money.world.runTimer()
      expect(money.order(orderId)).toMatchObject({ status: 'paid', accrual: 'done' })
      expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 1392, version: 1 })
      expect(money.noticeRecords()).toMatchObject([{ status: 'done' }])
    },
  )

  it('佣金钱包正忙，付款也照样入账', async () => {
    const orderId = await money.buyTeaAndPot()
    const match = { target: 'database', collection: 'wallets' }
    money.world.cloud.faults.add({ match, effect: 'conflict' })
    expect(await money.deliver('payment')).toEqual(['200'])
    expect(money.order(orderId).status).toBe('paid')
    expect(money.wallet(money.mei).pendingFen).toBe(0)
    money.world.cloud.faults.clear()
    await money.world.runTimer()
    expect(money.wallet(money.mei).pendingFen).toBe(1392)
  })

  it('订单关闭之后才收到付款：自动原路退回，谁也没有佣金', async () => {
    const { orderId, outTradeNo } = await unpaid()
    await money.shopper.call('mall.cancelOrder', { orderId })
    expect(money.order(orderId).status).toBe('closed')
    await forge(outTradeNo, {})
    expect(money.order(orderId)).toMatchObject({ accrual: 'done', openAfterSales: 1 })
    expect(money.alerts().map((alert) => alert.kind)).toContain('PAID_AFTER_CLOSE')
    expect(money.entries('COMMISSION_ACCRUED')).toEqual([])
  })

  it('从通知到付款入账、两级待结算，不超过 14 次数据库调用', async () => {
    await money.buyTeaAndPot()
    await money.deliver('payment')
    const { cloud } = money.world
    await money.buyTeaAndPot()
    const notice = (await money.sentNotices()).at(-1)
    cloud.counters.clear()
    await money.world.control(`wechat/notices/${notice?.id}/deliver`, { times: 1 })
    const calls = Object.entries(cloud.counters.read().totals)
    const database = calls.filter(([kind]) => kind.startsWith('database.'))
    expect(database.reduce((sum, [, times]) => sum + times, 0)).toBe(14)
    expect(money.wallet(money.mei).pendingFen).toBe(2 * 1392)
  })
})
