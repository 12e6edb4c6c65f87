// 坏一条，只少一条：读不懂的订单、人、数字不挡别人的数字、等级、排行和库存，叫人来看的是那一条；修好之后数字对得上。
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DistributorDay, StoredFigures } from '@contract/model/aggregate'
import type { FunnelDay } from '@contract/model/funnel'
import type { Order } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import type { RankList } from '@contract/model/rank'
import type { Alert, ShopDay } from '@contract/model/records'
import { dateOf, HOUR_MS, MINUTE_MS, startOfDate } from '@contract/time'
import { unpackFigures } from '../../../cloudfunctions/domain/aggregate/pack-figures'
import type { Person } from '../../support/world'
import { bindTo, type Bound } from '../trade/bind-to'
import { lineOf, openTrade, type Trade } from '../trade/open-trade'

let trade: Trade
let zhou: Person
let bound: Bound
beforeAll(async () => {
  trade = await openTrade()
  zhou = trade.world.as('zhou')
})
beforeEach(async () => {
  await trade.restart()
  bound = await bindTo(trade, zhou)
})
afterAll(() => trade.world.stop())

const database = () => trade.world.cloud.database
const today = () => dateOf(trade.world.cloud.clock.now())
const minute = async () => {
  await trade.world.cloud.advance(MINUTE_MS)
  await trade.world.runTimer()
}
const leftOut = () =>
  database()
    .list<Alert>('alerts')
    .filter(({ kind }) => kind === 'FIGURES_LEFT_OUT')
    .map(({ subjectId }) => subjectId)
const buy = () => trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 1)])
const change = <T extends { readonly _id: string }>(
  collection: string,
  id: string,
  to: Record<string, unknown>,
) => {
  const before = database().get<T>(collection, id)
  if (!before) throw new Error(`no ${id}`)
  database().put(collection, [{ ...before, ...to }])
  return () => database().put(collection, [before])
}
const sell = (atLeast: number) => ({ measure: 'own-sales', window: 'this-month', atLeast }) as const

describe('一笔读不懂的订单', () => {
  it('那一天的别的订单照样算：人的、店的、漏斗的、排行的；叫人看的是它', async () => {
    const broken = await buy()
    change<Order>('orders', broken, { lines: null })
    await buy()
    await minute()
    const { distributorId } = bound.mei
    expect(
      database().get<DistributorDay>('distributor_days', `${distributorId}:${today()}`),
    ).toMatchObject({
      salesFen: 5000,
      orders: 1,
    })
    expect(database().get<ShopDay>('shop_days', today())).toMatchObject({
      salesFen: 5800,
      orders: 1,
    })
    expect(database().get<FunnelDay>('funnel_days', `${distributorId}:${today()}`)).not.toBeNull()
    const ranks = database()
      .list<RankList>('rank_lists')
      .filter(({ top }) => top[0]?.distributorId === distributorId && top[0].value === 5000)
    expect(ranks.length).toBeGreaterThan(0)
    expect(leftOut()).toEqual([broken])
  })

  it('修好之后那天再有一件事，数字就全了', async () => {
    const orderId = await buy()
    const mend = change<Order>('orders', orderId, { lines: null })
    await minute()
    mend()
    await buy()
    await minute()
    const { distributorId } = bound.mei
    expect(database().get('distributor_days', `${distributorId}:${today()}`)).toMatchObject({
      salesFen: 10000,
      orders: 2,
    })
  })
})

describe('一个读不懂的人', () => {
  it('他升不了、叫人来看；别人照样升，月底照样看完', async () => {
    const names = { sprout: '新芽', silver: '银毫', gold: '金毫', jade: '玉露' } as const
    const tiers = (['sprout', 'silver', 'gold', 'jade'] as const).map((key) => {
      const conditions = key === 'gold' ? [sell(5000)] : []
      return { key, name: names[key], need: 'all' as const, conditions }
    })
    const keep = { check: 'monthly', graceMonths: 0, demoteTo: 'one-step' } as const
    await trade.owner.call('owner.publishTiers', { basedOn: 0, tiers, keep })
    const { lan, mei } = bound
    await trade.owner.call('owner.releaseTier', {
      distributorId: mei.distributorId,
      reason: '到期',
    })
    change<Distributor>('distributors', lan.distributorId, {
      tier: 'gold',
      standings: { at: 'nonsense' },
    })
    await buy()
    await minute()
    const tierOf = (person: Person) =>
      database().get<Distributor>('distributors', person.distributorId)?.tier
    expect(tierOf(mei)).toBe('gold')
    const { clock } = trade.world.cloud
    clock.set(
      startOfDate(`${dateOf(clock.now() + 31 * 24 * HOUR_MS).slice(0, 7)}-01`) + 2 * HOUR_MS,
    )
    await trade.world.runTimer()
    clock.set(
      startOfDate(`${dateOf(clock.now() + 31 * 24 * HOUR_MS).slice(0, 7)}-01`) + 2 * HOUR_MS,
    )
    await trade.world.runTimer()
    await trade.world.runTimer()
    expect(tierOf(mei)).toBe('silver')
    expect(leftOut()).toEqual([lan.distributorId])
  })
})

describe('读不懂的数字', () => {
  it('别人的等级、排行照常；他自己有了新的事，就从每一天重新合起来', async () => {
    await buy()
    await minute()
    const { mei, lan } = bound
    change('distributor_figures', lan.distributorId, { ever: '1 2 x', changedAt: 1 })
    await buy()
    await minute()
    const figuresOf = ({ distributorId }: Person) => {
      const stored = database().get<StoredFigures>('distributor_figures', distributorId)
      return stored && unpackFigures(stored).ever
    }
    expect(figuresOf(mei)).toMatchObject({ salesFen: 10000 })
    expect(figuresOf(lan)).toMatchObject({ teamSalesFen: 10000 })
  })
})

describe('一笔读不懂的已关订单', () => {
  it('它的占用留着等人看，别的订单的占用照样放回来', async () => {
    const lines = [lineOf(trade.tea, 0, 1)]
    const [broken, good] = [
      (await trade.place(zhou, lines)).orderId,
      (await trade.place(zhou, lines)).orderId,
    ]
    for (const orderId of [broken, good]) change<Order>('orders', orderId, { status: 'closed' })
    change<Order>('orders', broken, { lines: null })
    await trade.world.cloud.advance(10 * MINUTE_MS)
    await trade.world.runTimer()
    expect(Object.keys(trade.stock(trade.tea.skuIds[0] ?? '').held)).toEqual([broken])
    expect(leftOut()).toEqual([broken])
  })
})
