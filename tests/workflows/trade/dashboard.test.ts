// 看板 costs three reads, adds up to what the facts say, and after an act of the staff shows it as done.
import { describe, expect, it } from 'vitest'
import { addFen, sumFen } from '@contract/money'
import { dateOf, HOUR_MS } from '@contract/time'
import type { Commission } from '@contract/model/distribution'
import type { Order } from '@contract/model/order'
import type { DeskBoard } from '@contract/model/records'
import type { Person } from '../../support/world'
import { figureDifferencesIn } from '../../support/figures'
import { bindTo } from './bind-to'
import { lineOf, type Trade } from './open-trade'
import { startEachTrade } from './start-each-trade'

let trade: Trade
let zhou: Person
startEachTrade((opened) => {
  trade = opened
  zhou = opened.world.as('zhou')
})

type Range = 'today' | '7d' | '30d'
const dashboard = (range: Range = 'today') => trade.owner.call('owner.getDashboard', { range })
const database = () => trade.world.cloud.database

/** The timer has just run: nothing need be summed up by whoever looks. */
async function settle() {
  await trade.world.cloud.advance(HOUR_MS)
  await trade.world.runTimer()
}

/** What the kernel reads to know who asks: the member, whose roles stand on it. */
const OF_THE_KERNEL = 1
const BUDGET = 3

describe('the dashboard costs', () => {
  it.each(['today', '7d', '30d'] as const)('three database calls for %s', async (range) => {
    await bindTo(trade, zhou)
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await settle()
    const shown = await dashboard(range)
    expect(shown.topEarners).toHaveLength(2)
    const calls = await trade.callsOf('owner.getDashboard', () => dashboard(range))
    expect(calls - OF_THE_KERNEL).toBe(BUDGET)
  })

  it('three also when orders, people and commissions are many', async () => {
    const { mei } = await bindTo(trade, zhou)
    const orderId = await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 1)])
    const [one] = trade.commissions(orderId)
    const order = trade.order(orderId)
    if (!one) throw new Error('no commission')
    const many = Array.from({ length: 1500 }, (_, index) => index)
    database().put(
      'orders',
      many.map((index) => ({ ...order, _id: `ord_x${index}`, outTradeNo: `x${index}` })),
    )
    database().put(
      'commissions',
      many.map((index) => ({ ...one, _id: `cm:x${index}`, distributorId: `dst_x${index}` })),
    )
    await settle()
    const calls = await trade.callsOf('owner.getDashboard', () => dashboard('30d'))
    expect(calls - OF_THE_KERNEL).toBe(BUDGET)
    const { now, topEarners, topProducts } = await dashboard('30d')
    expect(now.orders).toBe(1501)
    expect(topEarners.map(({ id }) => id)).toEqual([mei.distributorId])
    expect(topProducts).toEqual([
      { id: trade.tea.productId, title: '明前龙井', salesFen: 1501 * 5000, units: 1501 },
    ])
  })
})

/** Top lists by reading every order and commission there is. */
function recount() {
  const earned = new Map<string, number>()
  for (const { distributorId, netFen } of database().list<Commission>('commissions')) {
    earned.set(distributorId, addFen(earned.get(distributorId) ?? 0, netFen))
  }
  const sold = new Map<string, number>()
  const paid = database()
    .list<Order>('orders')
    .filter((order) => order.paidAt !== null)
  for (const line of paid.flatMap((order) => order.lines)) {
    const leftFen = line.baseFen - line.refundedFen
    sold.set(line.productId, (sold.get(line.productId) ?? 0) + leftFen)
  }
  return { earned, sold }
}

describe('who and what brought most', () => {
  it('over days and refunds is what all orders and commissions come to, and a rebuild says the same', async () => {
    const { mei, lan } = await bindTo(trade, zhou)
    const first = await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2), lineOf(trade.pot, 0, 1)])
    await trade.world.passDays(2)
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 1, 1), lineOf(trade.pot, 0, 2)])
    await settle()
    const { afterSaleId } = await zhou.call('mall.applyAfterSale', {
      orderId: first,
      kind: 'refund-only',
      lines: [{ line: 1, quantity: 1 }],
      reason: '少发了',
    })
    await trade.owner.call('owner.approveAfterSale', { afterSaleId })
    await settle()
    await settle()
    const { topEarners, topProducts } = await dashboard('7d')
    const { earned, sold } = recount()
    expect(topEarners.map(({ id, amountFen }) => [id, amountFen])).toEqual([
      [mei.distributorId, earned.get(mei.distributorId)],
      [lan.distributorId, earned.get(lan.distributorId)],
    ])
    expect(topProducts.map(({ id, salesFen, units }) => [id, salesFen, units])).toEqual([
      [trade.pot.productId, sold.get(trade.pot.productId), 3],
      [trade.tea.productId, sold.get(trade.tea.productId), 2],
    ])
    expect(figureDifferencesIn(database())).toEqual([])
  })

  it('a day counts only its own', async () => {
    await bindTo(trade, zhou)
    await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await trade.world.passDays(1)
    await settle()
    expect(await dashboard('today')).toMatchObject({ topEarners: [], topProducts: [] })
    expect(sumFen((await dashboard('7d')).topProducts, ({ salesFen }) => salesFen)).toBe(10000)
  })
})

const applicants = ['carl', 'dora', 'emil', 'fritz']
async function apply() {
  for (const name of applicants) {
    await trade.world.as(name).call('distributor.apply', { name })
  }
  await settle()
}
const decide = (name: string) =>
  trade.owner.call('owner.decideApplication', {
    distributorId: trade.world.as(name).distributorId,
    isAdmitted: true,
  })

describe('what waits', () => {
  it('is done as soon as the owner comes back, without any timer', async () => {
    const orderId = await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
    await apply()
    expect(await dashboard()).toMatchObject({ toShip: 1, applications: 4 })
    await trade.ship(orderId)
    expect(await dashboard()).toMatchObject({ toShip: 0, applications: 4 })
    await decide('carl')
    expect(await dashboard()).toMatchObject({ toShip: 0, applications: 3 })
  })

  it('says up to when it was counted: nothing written later is in it', async () => {
    await apply()
    await trade.world.as('late').call('distributor.apply', { name: 'late' })
    const { applications, asOf } = await dashboard()
    expect(applications).toBe(4)
    const late = trade.world.as('late').distributorId
    const { appliedAt } = database().get<{ appliedAt: number }>('distributors', late) ?? {}
    expect(appliedAt).toBeGreaterThanOrEqual(asOf)
  })

  it('several decisions at once leave the count of all of them', async () => {
    await apply()
    await Promise.all(applicants.map(decide))
    expect((await dashboard()).applications).toBe(0)
  })

  it('cut off between the decision and the count: the repeat counts, and so does the timer', async () => {
    await apply()
    const distributorId = trade.world.as('carl').distributorId
    const input = { distributorId, isAdmitted: true }
    const requestId = trade.world.newRequestId()
    const ask = () => trade.owner.call('owner.decideApplication', input, { requestId })
    const whole = await trade.callsOf('owner.decideApplication', ask)
    await trade.restart()
    await apply()
    // The last two calls are the board's and the audit trail's.
    expect(await trade.killAfter('owner.decideApplication', whole - 2, ask)).toBe(true)
    expect((await dashboard()).applications).toBe(4)
    await ask()
    expect((await dashboard()).applications).toBe(3)
    database().put('desk_boards', [{ ...board(), applications: 99 }])
    await settle()
    expect((await dashboard()).applications).toBe(3)
  })

  it('names how long the oldest withdrawal has waited, and what the plan allows at most', async () => {
    const shown = await dashboard()
    expect(shown.payouts).toEqual({ count: 0, amountFen: 0, oldestAt: null })
    expect(shown.capBps).toBe(2000)
    expect(dateOf(shown.asOf)).toBe(shown.to)
  })
})

function board(): DeskBoard {
  const found = database().get<DeskBoard>('desk_boards', 'board')
  if (!found) throw new Error('no board')
  return found
}
