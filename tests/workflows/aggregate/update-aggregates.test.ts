// Running figures: a minute after the facts they are right, however often, at once or half the timer ran.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AggregateCursor, DistributorDay, StoredFigures } from '@contract/model/aggregate'
import { dateOf, HOUR_MS } from '@contract/time'
import { unpackOrNull } from '../../../cloudfunctions/domain/aggregate/pack-figures'
import { figureDifferencesIn } from '../../support/figures'
import { START_AT, type Person } from '../../support/world'
import { bindTo, type Bound } from '../trade/bind-to'
import { lineOf, openTrade, type Trade } from '../trade/open-trade'

let trade: Trade
let zhou: Person
let bound: Bound
beforeAll(async () => {
  trade = await openTrade()
  zhou = trade.world.as('zhou')
})
/** The clock goes on from test to test. */
let today: string
beforeEach(async () => {
  await trade.restart()
  today = dateOf(trade.world.cloud.clock.now())
  bound = await bindTo(trade, zhou)
})
afterAll(() => trade.world.stop())

const dayOf = (person: Person) =>
  trade.world.cloud.database.get<DistributorDay>(
    'distributor_days',
    `${person.distributorId}:${today}`,
  )
const figuresOf = (person: Person) =>
  unpackOrNull(
    trade.world.cloud.database.get<StoredFigures>('distributor_figures', person.distributorId),
  )
const cursor = () =>
  trade.world.cloud.database.get<AggregateCursor>('aggregate_cursors', 'aggregates')

describe('定时器过后', () => {
  it('谁卖了多少、谁的团队卖了多少、来了几位新顾客', async () => {
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await trade.world.runTimer()
    expect(dayOf(bound.mei)).toMatchObject({
      salesFen: 10000,
      teamSalesFen: 0,
      orders: 1,
      newCustomers: 1,
      visitors: 1,
      commissionFen: 1200,
      newMembers: 0,
    })
    expect(dayOf(bound.lan)).toMatchObject({
      salesFen: 0,
      teamSalesFen: 10000,
      commissionFen: 500,
      newMembers: 1,
    })
    expect(figuresOf(bound.mei)).toMatchObject({
      ever: { salesFen: 10000 },
      months: { '2026-11': { salesFen: 10000 } },
      weeks: { '2026-11-16': { salesFen: 10000, commissionFen: 1200, newCustomers: 1 } },
    })
  })

  it('再跑一遍什么也不写，两个一起跑也一样', async () => {
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await trade.world.runTimer()
    const before = [dayOf(bound.mei), figuresOf(bound.mei)]
    trade.world.cloud.clock.advance(60_000)
    await trade.world.runTimer()
    await Promise.all([trade.world.runTimer(), trade.world.runTimer()])
    expect([dayOf(bound.mei), figuresOf(bound.mei)]).toEqual(before)
    expect(cursor()?.asOf).toBeGreaterThan(START_AT)
  })

  it('收货、结算、退款改的都是付款那一天', async () => {
    const orderId = await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await trade.world.runTimer()
    await trade.ship(orderId)
    await trade.world.passDays(1)
    await zhou.call('mall.confirmReceipt', { orderId })
    await trade.world.runTimer()
    expect(dayOf(bound.mei)).toMatchObject({ salesFen: 10000, receivedFen: 10000, settledFen: 0 })
    const applied = await zhou.call('mall.applyAfterSale', {
      orderId,
      kind: 'refund-only',
      lines: [{ line: 1, quantity: 1 }],
      reason: '碎了一饼',
    })
    await trade.owner.call('owner.approveAfterSale', { afterSaleId: applied.afterSaleId })
    await trade.world.wechatControl.drain()
    for (let day = 0; day < 12; day += 1) await trade.world.passDays(1)
    expect(dayOf(bound.mei)).toMatchObject({
      salesFen: 5000,
      refundedFen: 5000,
      receivedFen: 5000,
      commissionFen: 600,
      settledFen: 600,
    })
    expect(figuresOf(bound.mei)?.months[today.slice(0, 7)]).toMatchObject({ salesFen: 5000 })
    expect(figureDifferencesIn(trade.world.cloud.database)).toEqual([])
  })

  it('通知迟到两天，算在付款的那天', async () => {
    const { orderId } = await trade.place(zhou, [lineOf(trade.tea, 0, 2)])
    const params = await zhou.call('mall.startPayment', { orderId })
    trade.world.wechatControl.pause()
    trade.world.wechatControl.pay(zhou.openid, params)
    trade.world.cloud.clock.advance(20 * HOUR_MS)
    await trade.world.wechatControl.resume()
    await trade.world.runTimer()
    await trade.world.runTimer()
    expect(dateOf(trade.order(orderId).paidAt ?? 0)).toBe(today)
    expect(dateOf(trade.order(orderId).bookedAt ?? 0)).not.toBe(today)
    expect(dayOf(bound.mei)).toMatchObject({ salesFen: 10000, orders: 1 })
    expect(figureDifferencesIn(trade.world.cloud.database)).toEqual([])
  })

  it('在任何一步被掐断，下一次都补齐', async () => {
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    const { cloud } = trade.world
    // As if the timer had not run since the shop opened.
    for (const name of [
      'distributor_days',
      'distributor_figures',
      'shop_days',
      'aggregate_cursors',
    ]) {
      const ids = cloud.database.list<{ _id: string }>(name).map((one) => one._id)
      cloud.database.remove(name, ids)
    }
    const paid = cloud.snapshot()
    const whole = await trade.world.countCalls(() => trade.world.runTimer())
    let missing = 0
    for (let afterCalls = 8; afterCalls < whole; afterCalls += 4) {
      await cloud.restore(paid)
      const match = { target: 'function', function: 'timer' } as const
      cloud.faults.add({ match, effect: 'kill-instance', afterCalls, count: 1 })
      await trade.world.runTimer().catch(() => undefined)
      cloud.faults.clear()
      missing += Number(figureDifferencesIn(cloud.database).length > 0)
      cloud.clock.advance(60_000)
      await trade.world.runTimer()
      expect(figureDifferencesIn(cloud.database), `after ${afterCalls} calls`).toEqual([])
    }
    // Some of the cuts fell into the middle of it.
    expect(missing).toBeGreaterThan(3)
    expect(dayOf(bound.mei)).toMatchObject({ salesFen: 10000 })
  }, 240_000)

  it('一万次打开同一个分享，只重算一个人的一天', async () => {
    await trade.world.runTimer()
    trade.world.cloud.clock.advance(10 * 60_000)
    const at = trade.world.cloud.clock.now()
    const rows = Array.from({ length: 10_000 }, (_, n) => ({
      _id: `${bound.shareCode}:mbr_${n}`,
      shareCode: bound.shareCode,
      distributorId: bound.mei.distributorId,
      memberId: `mbr_${n}`,
      visitedAt: at - (n % 30_000),
    }))
    trade.world.cloud.database.put('visits', rows)
    const idle = await trade.world.countCalls(() => trade.world.runTimer())
    expect(dayOf(bound.mei)?.visitors).toBe(10_001)
    // Reading pages of visits, never a write a visit.
    expect(idle).toBeLessThan(400)
    expect(cursor()?.asOf).toBeGreaterThanOrEqual(at)
  })
})
