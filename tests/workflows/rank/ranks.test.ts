// 排行榜: made by the timer, read as they are; ties share a place, others' names are masked, one's own place is shown.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredFigures } from '@contract/model/aggregate'
import { fen } from '@contract/money'
import { dateOf, DAY_MS, monthOf, weekOf } from '@contract/time'
import { packFigures, unpackFigures } from '../../../cloudfunctions/domain/aggregate/pack-figures'
import type { Person } from '../../support/world'
import { bindTo, type Bound } from '../trade/bind-to'
import { lineOf, openTrade, type Trade } from '../trade/open-trade'

let trade: Trade
let zhou: Person
let bound: Bound
beforeAll(async () => {
  trade = await openTrade()
  zhou = trade.world.as('zhou')
  bound = await bindTo(trade, zhou)
  await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
  await trade.world.runTimer()
})
afterAll(() => trade.world.stop())

const ranksOf = (
  person: Person,
  period: 'week' | 'last-week' | 'month' | 'total' = 'week',
  measure: 'sales' | 'commission' | 'new-customers' = 'sales',
) => person.call('distributor.getRanks', { period, measure })

describe('排行榜', () => {
  it('销售、佣金、新顾客各有一张；别人的名字遮住，自己的不遮', async () => {
    const sales = await ranksOf(bound.mei)
    expect(sales.rows).toEqual([
      { place: 1, name: '林晓梅', tier: 'silver', value: 10000, isOwn: true },
    ])
    expect(sales.own).toMatchObject({ place: 1, value: 10000 })
    const commission = await ranksOf(bound.lan, 'month', 'commission')
    expect(commission.rows.map(({ name, value, place }) => [name, value, place])).toEqual([
      ['林**', 1200, 1],
      ['何岚', 500, 2],
    ])
    const customers = await ranksOf(bound.lan, 'total', 'new-customers')
    expect(customers).toMatchObject({ ranked: 1, own: { place: null, value: 0 } })
    expect(await zhou.refusal('distributor.getRanks', { period: 'week', measure: 'sales' })).toBe(
      'DISTRIBUTOR_ONLY',
    )
  })

  it('看一次只读几条，不论榜上多少人；前五十名之外也知道自己第几', async () => {
    const { database, clock } = trade.world.cloud
    const stored = database.get<StoredFigures>('distributor_figures', bound.mei.distributorId)
    if (!stored) throw new Error('no figures')
    const own = unpackFigures(stored)
    const [on, month] = [dateOf(clock.now()), monthOf(clock.now())]
    const others = Array.from({ length: 1500 }, (_, n) => {
      const sums = { ...own.ever, salesFen: fen(20000 + Math.floor(n / 2) * 100) }
      return packFigures({
        _id: `dst_other${n}`,
        ever: sums,
        months: { [month]: sums },
        weeks: { [weekOf(on)]: sums },
        changedAt: clock.now(),
      })
    })
    database.put('distributor_figures', others)
    clock.advance(60_000)
    await trade.world.runTimer()
    const calls = await trade.callsOf('distributor.getRanks', async () => {
      const { rows, own: me, ranked } = await ranksOf(bound.mei)
      expect([rows.length, me.place, ranked]).toEqual([50, 1501, 1501])
      expect(rows.slice(0, 3).map(({ place }) => place)).toEqual([1, 1, 3])
    })
    // The member, the distributor, and four for the list.
    expect(calls).toBeLessThanOrEqual(6)
  })

  it('没有变化就不重写；冻结的人不在榜上', async () => {
    const quiet = await trade.world.countCalls(() => trade.world.runTimer())
    const { distributorId } = bound.mei
    const change = { distributorId, status: 'frozen', reason: '核查' } as const
    await trade.owner.call('owner.setDistributorStatus', change)
    const busy = await trade.world.countCalls(() => trade.world.runTimer())
    expect(busy).toBeGreaterThan(quiet)
    const frozen = await ranksOf(bound.mei)
    expect([frozen.ranked, frozen.own.place]).toEqual([1500, null])
  })

  it('新的一周从零开始，上周的榜还在', async () => {
    trade.world.cloud.clock.advance(7 * DAY_MS)
    await trade.world.runTimer()
    expect(await ranksOf(bound.lan)).toMatchObject({ ranked: 0, rows: [] })
    expect((await ranksOf(bound.lan, 'last-week')).ranked).toBe(1500)
  })
})
