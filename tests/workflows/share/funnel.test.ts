// 推广效果: from the first opening to the till, by the timer, however often it runs and whenever facts arrive.
import { expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { FunnelDay } from '@contract/model/funnel'
import type { Order } from '@contract/model/order'
import { lineOf } from '../trade/open-trade'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

let money: Money
startEachTest((opened) => (money = opened))

const database = () => money.world.cloud.database
const days = () =>
  database()
    .list<FunnelDay>('funnel_days')
    .map(({ asOf: _asOf, ...day }) => day)
    .sort((a, b) => (a._id < b._id ? -1 : 1))
const ofMei = () => money.mei.call('distributor.getFunnel', { range: '7d' })

/** Mei's poster of the tea is opened by Fang, who buys; Lan shares the shop to a group that nobody opens but Mei. */
async function play(): Promise<string> {
  const target = { kind: 'product', productId: money.tea.productId } as const
  const poster = await money.mei.call('distributor.createShare', { target, channel: 'poster' })
  const fang = money.world.as('fang')
  await fang.call('mall.openShare', { shareCode: poster.shareCode })
  await fang.call('mall.openShare', { shareCode: money.shareCode })
  await fang.call('mall.recordOpens', { opens: [{ shareCode: poster.shareCode, count: 5 }] })
  await money.buy(fang, [lineOf(money.tea, 0, 1)])
  await money.deliver('payment')
  return poster.shareCode
}

it('从打开到付款，按分享、商品、渠道、日子都对得上', async () => {
  const poster = await play()
  await money.world.runTimer()
  const seen = await ofMei()
  // 龙井 50 克 ¥50, shipping ¥10 or free: what the order paid.
  const { payableFen } = database().list<Order>('orders')[0] ?? { payableFen: 0 }
  expect(seen.total).toEqual({
    opens: 8,
    visits: 3,
    visitors: 2,
    newCustomers: 2,
    orders: 1,
    paidFen: payableFen,
  })
  expect(
    seen.shares.map(({ key, opens, visits, newCustomers, orders }) => [
      key === poster ? '海报' : '好友',
      opens,
      visits,
      newCustomers,
      orders,
    ]),
  ).toEqual([
    ['海报', 6, 1, 1, 1],
    ['好友', 2, 2, 1, 0],
  ])
  expect(seen.shares[0]?.name).toBe('明前龙井 · 海报')
  expect(seen.targets).toMatchObject([{ name: '明前龙井', visits: 3, visitors: 2 }])
  expect(seen.channels.map(({ key }) => key)).toEqual(['poster', 'friend'])
  expect(seen.days).toHaveLength(7)
  expect(seen.days.at(-1)).toMatchObject({ on: seen.to, ...seen.total })
})

it('店主看到全店，分销员只看到自己的', async () => {
  await play()
  await money.world.runTimer()
  const shop = await money.owner.call('owner.getFunnel', { range: '7d' })
  expect(shop.total).toMatchObject({ visits: 3, visitors: 2, newCustomers: 2, orders: 1 })
  expect(shop.members.map(({ name }) => name)).toEqual(['林晓梅'])
  const lans = await money.lan.call('distributor.getFunnel', { range: '7d' })
  expect(lans.total).toMatchObject({ visits: 0, orders: 0 })
  expect(await money.mei.refusal('owner.getFunnel', { range: '7d' })).toBe('NOT_ALLOWED')
  const own = { range: '7d' } as const
  expect(await money.shopper.refusal('distributor.getFunnel', own)).toBe('DISTRIBUTOR_ONLY')
})

it('还没有汇总过时说不知道到什么时候', async () => {
  expect(await ofMei()).toMatchObject({ asOf: null, total: { visits: 0 } })
})

it('定时器再跑、丢掉重来，都是同样的数', async () => {
  await play()
  await money.world.runTimer()
  const first = days()
  await money.world.runTimer()
  expect(days()).toEqual(first)
  for (const { _id } of database().list<{ _id: string }>('funnel_days')) {
    database().remove('funnel_days', [_id])
  }
  database().remove('funnel_cursors', ['funnels'])
  await money.world.runTimer()
  expect(days()).toEqual(first)
})

it('跑到一半被杀掉，下一分钟补上', async () => {
  await play()
  await money.cutShort('timer', 60, () => money.world.runTimer())
  await money.world.runTimer()
  expect((await ofMei()).total).toMatchObject({ visits: 3, visitors: 2, orders: 1 })
})

it('微信晚了两天才说付款，下一分钟就补进付款的那一天', async () => {
  const fang = money.world.as('fang')
  await fang.call('mall.openShare', { shareCode: money.shareCode })
  await money.buy(fang, [lineOf(money.tea, 0, 1)])
  await money.world.cloud.advance(2 * DAY_MS)
  await money.world.runTimer()
  await money.deliver('payment')
  await money.world.runTimer()
  const { total, days } = await ofMei()
  expect([total.orders, days.at(-3)?.orders]).toEqual([1, 1])
})

it('几天加起来，老访客不重复算', async () => {
  await play()
  await money.world.runTimer()
  await money.world.cloud.advance(2 * DAY_MS)
  const target = { kind: 'shop' } as const
  const shop = await money.mei.call('distributor.createShare', { target, channel: 'text' })
  await money.shopper.call('mall.openShare', { shareCode: shop.shareCode })
  await money.world.as('gu').call('mall.openShare', { shareCode: shop.shareCode })
  await money.world.runTimer()
  const seen = await ofMei()
  expect(seen.total).toMatchObject({ visits: 5, visitors: 3 })
  expect(seen.days.at(-1)).toMatchObject({ visits: 2, visitors: 1 })
})
