// The owner's figures: recomputed from facts, so that running twice changes nothing.
import { describe, expect, it } from 'vitest'
import { sumFen } from '@contract/money'
import { DAY_MS, HOUR_MS } from '@contract/time'
import type { ShopDay } from '@contract/model/records'
import type { Person } from '../../support/world'
import { bindTo } from './bind-to'
import { lineOf, type Trade } from './open-trade'
import { startEachTrade } from './start-each-trade'

let trade: Trade
let zhou: Person
startEachTrade((opened) => {
  trade = opened
  zhou = opened.world.as('zhou')
})

const dashboard = (range: 'today' | '7d' | '30d' = 'today') =>
  trade.owner.call('owner.getDashboard', { range })

describe('the dashboard', () => {
  it('of a new shop is empty and does not fail', async () => {
    const shown = await dashboard()
    expect(shown).toMatchObject({
      now: { salesFen: 0, orders: 0, visitors: 0, buyers: 0 },
      moved: { trafficFen: 0, conversionFen: 0, basketFen: 0 },
      costRatioBps: 0,
      capBps: 2000,
      toShip: 0,
      topEarners: [],
    })
  })

  it('shows what was sold, what it cost, who earned, and what waits', async () => {
    const { mei, lan } = await bindTo(trade, zhou)
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await trade.world.as('carl').call('distributor.apply', { name: '卡尔' })
    // What people do is counted at most a minute later.
    trade.world.cloud.clock.advance(61_000)
    const shown = await dashboard()
    expect(shown.now).toMatchObject({ salesFen: 10000, orders: 1, buyers: 1 })
    // 12% for Mei, 5% for Lan.
    expect(shown.now.commissionFen).toBe(1700)
    expect(shown.costRatioBps).toBe(1700)
    expect(shown.topEarners).toEqual([
      { id: mei.distributorId, name: '林晓梅', tier: 'silver', amountFen: 1200 },
      { id: lan.distributorId, name: '何岚', tier: 'sprout', amountFen: 500 },
    ])
    expect(shown).toMatchObject({ toShip: 1, applications: 1, afterSales: 0 })
    const { trafficFen, conversionFen, basketFen } = shown.moved
    expect(trafficFen + conversionFen + basketFen).toBe(10000)
  })

  it('today is at most a minute old', async () => {
    await dashboard()
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    trade.world.cloud.clock.advance(61_000)
    expect((await dashboard()).now.salesFen).toBe(10000)
  })

  it('a week adds up its days and is compared with the week before', async () => {
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await trade.world.runTimer()
    await trade.world.passDays(8)
    await trade.placeAndPay(zhou, [lineOf(trade.pot, 0, 2)])
    trade.world.cloud.clock.advance(61_000)
    const shown = await dashboard('7d')
    expect(shown.days).toHaveLength(7)
    expect(sumFen(shown.days, (day) => day.salesFen)).toBe(shown.now.salesFen)
    expect(shown.now.salesFen).toBe(13200)
    expect(shown.before.salesFen).toBe(10000)
    const { trafficFen, conversionFen, basketFen } = shown.moved
    expect(trafficFen + conversionFen + basketFen).toBe(3200)
  })

  it('is for the owner and finance', async () => {
    expect(await zhou.refusal('owner.getDashboard', { range: 'today' })).toBe('NOT_ALLOWED')
    expect(await zhou.refusal('owner.listEarnings', {})).toBe('NOT_ALLOWED')
  })

  it('names who earned most among any number of commissions', async () => {
    const { mei, lan } = await bindTo(trade, zhou)
    const orderId = await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 1)])
    const [one] = trade.commissions(orderId)
    if (!one) throw new Error('no commission')
    const rows = Array.from({ length: 1001 }, (_, index) => {
      const isFirst = index === 0
      const distributorId = isFirst ? lan.distributorId : mei.distributorId
      const at = one.accruedAt + (isFirst ? 1 : 1000 + index)
      return {
        ...one,
        _id: `cm:${index}`,
        distributorId,
        netFen: isFirst ? 9_000_000 : 1,
        accruedAt: at,
      }
    })
    trade.world.cloud.database.put('commissions', rows)
    trade.world.cloud.clock.advance(61_000)
    const { topEarners } = await dashboard()
    expect(topEarners[0]?.id).toBe(lan.distributorId)
    expect(topEarners[0]?.amountFen).toBeGreaterThanOrEqual(9_000_000)
  })
})

describe('daily figures', () => {
  it('computed twice are the same', async () => {
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await trade.world.runTimer()
    const days = () =>
      trade.world.cloud.database
        .list<ShopDay>('shop_days')
        .map(({ _id, salesFen, orders, buyers, visitors }) => ({
          _id,
          salesFen,
          orders,
          buyers,
          visitors,
        }))
    const first = days()
    await trade.world.runTimer()
    expect(days()).toEqual(first)
    expect(first.at(-1)).toMatchObject({ salesFen: 10000, orders: 1, buyers: 1, visitors: 1 })
  })

  it('a refund days later corrects what the day of the sale cost', async () => {
    await bindTo(trade, zhou)
    const orderId = await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await trade.world.runTimer()
    await trade.world.passDays(3)
    const { afterSaleId } = await zhou.call('mall.applyAfterSale', {
      orderId,
      kind: 'refund-only',
      lines: [{ line: 1, quantity: 1 }],
      reason: '少发了',
    })
    await trade.owner.call('owner.approveAfterSale', { afterSaleId })
    await trade.world.cloud.advance(HOUR_MS)
    // The refund may be booked in the first run; the hour after sees it in any case.
    await trade.world.runTimer()
    await trade.world.cloud.advance(HOUR_MS)
    await trade.world.runTimer()
    const days = trade.world.cloud.database.list<ShopDay>('shop_days')
    expect(days.find((day) => day.salesFen === 10000)?.commissionFen).toBe(850)
    expect(sumFen(days, (day) => day.refundedFen)).toBe(5000)
  })

  it('no day is missed when the timer stood still, also the evening before', async () => {
    await trade.world.runTimer()
    trade.world.cloud.clock.advance(13 * HOUR_MS)
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    trade.world.cloud.clock.advance(5 * DAY_MS)
    await trade.world.runTimer()
    expect(trade.world.cloud.database.count('shop_days', { salesFen: 10000 })).toBe(1)
  })
})

describe('who earned what', () => {
  it('lists wallets with totals over all of them', async () => {
    const { mei, lan } = await bindTo(trade, zhou)
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    const { totals, distributors } = await trade.owner.call('owner.listEarnings', {})
    expect(totals).toMatchObject({ pendingFen: 1700, earnedFen: 1700, availableFen: 0 })
    expect(distributors.rows.map((row) => [row.id, row.wallet.pendingFen])).toEqual([
      [mei.distributorId, 1200],
      [lan.distributorId, 500],
    ])
  })
})
