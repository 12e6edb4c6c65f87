// 坏的搁下、好的照走：一条怎么也办不成的记录，说出原因、叫人来看，别的照常；退不出去的退款不会没人管。
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Commission } from '@contract/model/distribution'
import type { Order, PayNoticeRecord } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import { lookAtBooks, passTo } from './books'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money

startEachTest((opened) => (money = opened))

const MINUTE_MS = 60_000
const TEA = [{ line: 1, quantity: 1 }]
/** More than a round of the timer takes. */
const MANY = 60

const database = () => money.world.cloud.database
const alertsOf = (kind: string) => money.alerts().filter((alert) => alert.kind === kind)
const isOpen = (kind: string) => alertsOf(kind).some((alert) => alert.isOpen)

/** 一笔付了款的订单，通知存下了，但没来得及入账。 */
async function unbooked(): Promise<string> {
  const orderId = await money.buyTeaAndPot()
  const match = { target: 'database', action: 'database.startTransaction', function: 'pay-notify' }
  money.world.cloud.faults.add({ match, effect: 'fail', count: 1 })
  await money.deliver('payment')
  money.world.cloud.faults.clear()
  expect(money.order(orderId).paidAt).toBeNull()
  return orderId
}

describe('通知', () => {
  it('六十条坏的排在前面：都搁下并提醒，后面那条照样入账', async () => {
    const orderId = await unbooked()
    const [good] = money.noticeRecords()
    const bad = Array.from({ length: MANY }, (_, index) => {
      return { ...good, _id: `ntc_bad${index}`, facts: {}, dueAt: 0 } as PayNoticeRecord
    })
    database().put('pay_notices', bad)
    for (let round = 0; round < 3; round += 1) {
      await money.world.cloud.advance(MINUTE_MS)
      await money.world.runTimer()
    }
    expect(money.order(orderId).paidAt).not.toBeNull()
    expect(alertsOf('NOTICE_SET_ASIDE')).toHaveLength(MANY)
    const [one] = database().find<PayNoticeRecord>('pay_notices', { _id: 'ntc_bad0' })
    expect(one).toMatchObject({ status: 'set-aside', tries: 1 })
    expect(one?.refusedWith).toContain('notice without transactionId')
  })

  it('一时办不成的，隔一会儿再办，越隔越久，不挡别的', async () => {
    await unbooked()
    const match = { target: 'database', action: 'database.startTransaction', function: 'timer' }
    money.world.cloud.faults.add({ match, effect: 'fail' })
    const waits: number[] = []
    for (let round = 0; round < 4; round += 1) {
      const [{ dueAt } = { dueAt: 0 }] = money.noticeRecords()
      const now = money.world.cloud.clock.now()
      if (dueAt > now) await money.world.cloud.advance(dueAt - now)
      const at = money.world.cloud.clock.now()
      await money.world.runTimer()
      waits.push(Math.round(((money.noticeRecords()[0]?.dueAt ?? 0) - at) / 15_000))
    }
    expect(waits).toEqual([1, 2, 4, 8])
    money.world.cloud.faults.clear()
    await money.world.cloud.advance(3 * MINUTE_MS)
    await money.world.runTimer()
    expect(money.noticeRecords()).toMatchObject([{ status: 'done' }])
    expect(alertsOf('NOTICE_SET_ASIDE')).toEqual([])
  })
})

describe('佣金计提', () => {
  it('六十笔算不出佣金的订单排在前面：都搁下并提醒，后面那笔照样计提', async () => {
    const orderId = await unbooked()
    const order = money.order(orderId)
    const bad = Array.from({ length: MANY }, (_, index): Order => {
      const _id = `ord_BAD${index}`
      const paid = { accrual: 'due', status: 'paid', paidAt: 1 } as const
      return { ...order, _id, outTradeNo: `BAD${index}`, ...paid, planId: 'pln_GONE' }
    })
    database().put('orders', bad)
    for (let round = 0; round < 3; round += 1) {
      await money.world.cloud.advance(MINUTE_MS)
      await money.world.runTimer()
    }
    expect(money.order(orderId).accrual).toBe('done')
    expect(money.wallet(money.mei).pendingFen).toBe(1392)
    expect(alertsOf('ACCRUAL_FAILED')).toHaveLength(MANY)
    expect(database().count('orders', { accrual: 'held' })).toBe(MANY)
    const ids = bad.map((one) => one._id)
    database().remove('orders', ids)
  })

  it('搁下的订单照样退款；退过之后不会再补佣金，没退过的修好了就补上', async () => {
    const [refunded, kept] = [await money.buyTeaAndPot(), await money.buyTeaAndPot()]
    const { distributorId } = money.mei
    const mei = database().get<Distributor>('distributors', distributorId)
    if (!mei) throw new Error('no Mei')
    database().put('distributors', [{ ...mei, standings: {} }])
    await money.deliver('payment')
    await money.world.runTimer()
    expect(money.order(refunded).accrual).toBe('held')
    await money.refund(refunded, TEA)
    expect(money.order(refunded)).toMatchObject({ refundedFen: 5000, accrual: 'held' })

    database().put('distributors', [mei])
    for (const orderId of [refunded, kept]) {
      database().put('orders', [{ ...money.order(orderId), accrual: 'due' }])
    }
    await money.world.runTimer()
    expect([money.order(refunded).accrual, money.order(kept).accrual]).toEqual(['held', 'done'])
    expect(money.wallet(money.mei).pendingFen).toBe(1392)
  })
})

describe('结算', () => {
  it('没有钱包的人的佣金被搁下并提醒，别人的照常', async () => {
    await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    const [order] = database().find<Order>('orders', { status: 'paid' })
    await money.receive(order?._id ?? '')
    const wallet = money.wallet(money.lan)
    database().remove('wallets', [wallet._id])
    await money.world.passDays(7)
    expect(money.wallet(money.mei).availableFen).toBe(1392)
    const held = money.commissionOf(money.lan, order?._id ?? '')
    expect(held).toMatchObject({ status: 'pending', isHeld: true })
    expect(alertsOf('SETTLE_SET_ASIDE')).toMatchObject([{ subjectId: held._id }])
    database().put('wallets', [wallet])
  })

  it('提醒收起了却没有修好，再搁下就再提醒', async () => {
    await money.buyTeaAndPot()
    await money.deliver('payment')
    const [order] = database().find<Order>('orders', { status: 'paid' })
    await money.receive(order?._id ?? '')
    const good = money.commissionOf(money.mei, order?._id ?? '')
    const bad = { ...money.commissionOf(money.mei, order?._id ?? ''), netFen: 0.5 }
    database().put('commissions', [bad])
    await money.world.passDays(7)
    expect(isOpen('SETTLE_SET_ASIDE')).toBe(true)
    const alertId = alertsOf('SETTLE_SET_ASIDE')[0]?._id ?? ''
    await money.owner.call('owner.closeAlert', { alertId, note: '看过了' })
    await money.world.runTimer()
    expect(isOpen('SETTLE_SET_ASIDE')).toBe(false)
    database().put('commissions', [{ ...bad, isHeld: false }])
    await money.world.runTimer()
    expect(isOpen('SETTLE_SET_ASIDE')).toBe(true)
    expect(alertsOf('SETTLE_SET_ASIDE')[0]?.closing).toBeUndefined()
    database().put('commissions', [{ ...good, isHeld: false } satisfies Commission])
    await money.world.runTimer()
    expect(money.wallet(money.mei).availableFen).toBe(1392)
  })
})

describe('退不出去的退款', () => {
  const stuck = async () => (await money.finance.call('owner.listStuckRefunds', {})).rows

  /** 微信一直不回答；每次轮到都再试。 */
  async function keepTrying(hours: number): Promise<void> {
    for (let minutes = 0; minutes < hours * 60; minutes += 15) {
      await money.world.cloud.advance(15 * MINUTE_MS)
      await money.world.runTimer()
    }
  }

  async function approveUnanswered(): Promise<string> {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    money.world.cloud.faults.add({ match: { target: 'pay' }, effect: 'fail' })
    return money.refund(orderId, TEA)
  }

  it('半个小时退不出去就叫人；系统接着试，试两天也不丢下，微信好了就退成，提醒自己收起', async () => {
    const afterSaleId = await approveUnanswered()
    await keepTrying(2)
    expect(isOpen('REFUND_UNANSWERED')).toBe(true)
    expect(await stuck()).toMatchObject([{ afterSaleId, state: 'unanswered', refundFen: 5000 }])
    await keepTrying(48)
    expect(money.outbox()).toMatchObject([{ kind: 'refund', status: 'due' }])
    expect(alertsOf('REFUND_UNANSWERED')).toHaveLength(1)
    money.world.cloud.faults.clear()
    await keepTrying(1)
    await money.deliver('refund')
    expect(money.afterSale(afterSaleId)).toMatchObject({ status: 'refunded' })
    expect(isOpen('REFUND_UNANSWERED')).toBe(false)
    expect(await stuck()).toEqual([])
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
  })

  it('等不及的人自己转了：记一次，系统不再退', async () => {
    const afterSaleId = await approveUnanswered()
    await keepTrying(2)
    money.world.cloud.faults.clear()
    const note = '已经微信转给买家'
    await money.finance.call('owner.markRefundedByHand', { afterSaleId, note })
    await keepTrying(2)
    const [entry] = money.entries('ORDER_REFUNDED')
    expect(entry?.postings).toContainEqual({ account: 'cash:bank', amountFen: -5000 })
    const asked = await money.world.control<unknown[]>('wechat/refunds', undefined, 'GET')
    expect(asked).toEqual([])
  })

  it('自己出了错的立刻搁下，修好以后财务点一下就接着退', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    const match = { target: 'pay' }
    const asked = { orderId, kind: 'refund-only', lines: TEA, reason: '不想要了' } as const
    const { afterSaleId } = await money.shopper.call('mall.applyAfterSale', asked)
    money.world.cloud.faults.add({ match, effect: 'drop-answer-after-work', count: 1 })
    await money.owner.call('owner.approveAfterSale', { afterSaleId })
    const order = money.order(orderId)
    database().put('orders', [{ ...order, lines: null }])
    await money.world.cloud.advance(MINUTE_MS)
    await money.world.runTimer()
    expect(money.outbox()).toMatchObject([{ kind: 'refund', status: 'set-aside' }])
    expect(isOpen('OUTBOX_SET_ASIDE')).toBe(true)
    expect(await stuck()).toMatchObject([{ afterSaleId, state: 'unanswered' }])
    database().put('orders', [order])
    expect(await money.finance.call('owner.retryRefund', { afterSaleId })).toEqual({
      outcome: 'refunded',
    })
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
  })
})

describe('打款', () => {
  it('过了二十五天微信查不到的，不再打一次，叫人用账单核对', async () => {
    await money.earn()
    const { id } = await money.mei.call('distributor.requestWithdrawal', { amountFen: 1000 })
    const match = { target: 'pay' }
    money.world.cloud.faults.add({ match, effect: 'drop-answer-after-work', count: 1 })
    await money.approve(id)
    const { outBillNo } = money.withdrawal(id)
    const { state } = money.world.cloud
    expect(state.get('wechat_pay_transfer_bills', outBillNo)).not.toBeNull()
    // 云环境停了一个月，微信那边的单子已经查不到了。
    await money.world.cloud.advance(31 * DAY_MS)
    state.remove('wechat_pay_transfer_bills', outBillNo)
    await money.world.runTimer()
    expect(state.get('wechat_pay_transfer_bills', outBillNo) ?? null).toBeNull()
    expect(money.withdrawal(id).status).toBe('dispatched')
    expect(isOpen('TRANSFER_LOST')).toBe(true)
  })
})

describe('不会一直长下去的', () => {
  it('记住的请求过三十天忘掉，之前重复多少遍都是一次', async () => {
    const lines = { productId: money.pot.productId, skuId: money.pot.skuIds[0] ?? '', quantity: 1 }
    const requestId = money.world.newRequestId()
    await money.shopper.call('mall.addToCart', lines, { requestId })
    await money.world.cloud.advance(29 * DAY_MS)
    await lookAtBooks(money)
    expect(await money.shopper.call('mall.addToCart', lines, { requestId })).toEqual({ count: 1 })
    const kept = database().count('requests', {})
    expect(kept).toBeGreaterThan(0)
    await money.world.cloud.advance(2 * DAY_MS)
    await lookAtBooks(money)
    expect(database().count('requests', {})).toBe(0)
  })

  it('退回入库的记号过三十天合成一个数：件数不变，再点一次收货也不会多', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.receive(orderId)
    const { afterSaleId } = await money.shopper.call('mall.applyAfterSale', {
      orderId,
      kind: 'return-and-refund',
      lines: TEA,
      reason: '不合适',
    })
    await money.owner.call('owner.approveAfterSale', { afterSaleId })
    const parcel = { afterSaleId, carrier: '中通快递', trackingNumber: 'ZT20261122' }
    await money.shopper.call('mall.sendReturnParcel', parcel)
    await money.owner.call('owner.receiveReturn', { afterSaleId })
    await money.deliver('refund')
    const skuId = money.tea.skuIds[0] ?? ''
    const before = money.stock(skuId)
    expect(before.returned).toEqual({ [afterSaleId]: 1 })
    await passTo(money, '2026-12-01', '04:05')
    await lookAtBooks(money)
    expect(money.stock(skuId).returned).toEqual({ [afterSaleId]: 1 })
    await passTo(money, '2026-12-25', '04:05')
    await lookAtBooks(money)
    await lookAtBooks(money)
    await money.owner.call('owner.receiveReturn', { afterSaleId })
    const { available, returned, returnedBefore } = money.stock(skuId)
    expect({ available, returned, returnedBefore }).toEqual({
      available: before.available,
      returned: {},
      returnedBefore: 1,
    })
  })
})
