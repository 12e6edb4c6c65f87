// Shipping and receipt: parcels, what leaves the house, and when commissions become due.
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@contract/time'
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

const stock = (index: number) => trade.stock(trade.tea.skuIds[index] ?? '')
const parcel = (trackingNumber: string) => ({ carrier: '顺丰速运', trackingNumber })
const buyTwo = () => trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2), lineOf(trade.tea, 1, 1)])

describe('shipping', () => {
  it('whole: the goods leave the house and count as sold, once', async () => {
    const orderId = await buyTwo()
    const requestId = trade.world.newRequestId()
    const input = { orderId, ...parcel('SF100001') }
    await trade.owner.call('owner.shipOrder', input, { requestId })
    await trade.owner.call('owner.shipOrder', input, { requestId })
    await trade.owner.call('owner.shipOrder', input)
    const order = trade.order(orderId)
    expect(order.status).toBe('shipped')
    expect(order.parcels).toHaveLength(1)
    expect(order.autoReceiveAt).toBe((order.shippedAt ?? 0) + 10 * DAY_MS)
    expect(stock(0)).toMatchObject({ available: 3, held: {}, sold: 2 })
    expect(stock(1)).toMatchObject({ available: 1, held: {}, sold: 1 })
    expect(trade.product(trade.tea.productId).soldCount).toBe(3)
  })

  it('in parcels: shipped only with the last one', async () => {
    const orderId = await buyTwo()
    const first = { orderId, ...parcel('SF100001'), lines: [{ line: 1, quantity: 1 }] }
    await trade.owner.call('owner.shipOrder', first)
    await trade.owner.call('owner.shipOrder', first)
    expect(trade.order(orderId)).toMatchObject({ status: 'partly-shipped', shippedAt: null })
    expect(trade.order(orderId).parcels).toHaveLength(1)
    expect(stock(0).held).toEqual({ [orderId]: 2 })
    const wrong = { orderId, ...parcel('SF100002'), lines: [{ line: 1, quantity: 2 }] }
    expect(await trade.owner.refusal('owner.shipOrder', wrong)).toBe('PARCEL_INVALID')
    await trade.owner.call('owner.shipOrder', { orderId, ...parcel('SF100003') })
    expect(trade.order(orderId).status).toBe('shipped')
    expect(stock(0)).toMatchObject({ available: 3, held: {}, sold: 2 })
  })

  it('an unpaid or unknown order is refused', async () => {
    const { orderId } = await trade.place(zhou, [lineOf(trade.tea, 0, 1)])
    const ship = (id: string) =>
      trade.owner.refusal('owner.shipOrder', { orderId: id, ...parcel('SF100001') })
    expect(await ship(orderId)).toBe('ORDER_MOVED_ON')
    expect(await ship('ord_none')).toBe('ORDER_UNKNOWN')
    expect(await zhou.refusal('owner.shipOrder', { orderId, ...parcel('SF1') })).toBe(
      'INPUT_INVALID',
    )
    expect(await zhou.refusal('owner.shipOrder', { orderId, ...parcel('SF10001') })).toBe(
      'NOT_ALLOWED',
    )
  })

  it.each([[3], [5], [6], [8]])(
    'killed after %i database calls: pressing again ships it once',
    async (calls) => {
      const orderId = await buyTwo()
      const requestId = trade.world.newRequestId()
      const input = { orderId, ...parcel('SF100001') }
      const ship = () => trade.owner.call('owner.shipOrder', input, { requestId })
      expect(await trade.killAfter('owner.shipOrder', calls, ship)).toBe(true)
      // By then the first try can't be running, and its open transaction is over.
      await trade.world.cloud.advance(MINUTE_MS)
      await ship()
      expect(trade.order(orderId)).toMatchObject({ status: 'shipped' })
      expect(trade.order(orderId).parcels).toHaveLength(1)
      expect(stock(0)).toMatchObject({ available: 3, held: {}, sold: 2 })
    },
  )
})

describe('receipt', () => {
  it('is the buyer’s word; saying it twice changes nothing', async () => {
    const orderId = await buyTwo()
    expect(await zhou.refusal('mall.confirmReceipt', { orderId })).toBe('ORDER_MOVED_ON')
    await trade.ship(orderId)
    expect(await trade.world.as('eve').refusal('mall.confirmReceipt', { orderId })).toBe(
      'ORDER_UNKNOWN',
    )
    await zhou.call('mall.confirmReceipt', { orderId })
    const { receivedAt } = trade.order(orderId)
    trade.world.cloud.clock.advance(HOUR_MS)
    await zhou.call('mall.confirmReceipt', { orderId })
    expect(trade.order(orderId)).toMatchObject({ status: 'received', receivedAt })
  })

  it('happens by itself ten days after shipping, and not before', async () => {
    const orderId = await buyTwo()
    await trade.ship(orderId)
    await trade.world.passDays(9)
    expect(trade.order(orderId).status).toBe('shipped')
    await trade.world.passDays(2)
    expect(trade.order(orderId).status).toBe('received')
  })

  it('is followed by completion when the after-sale window has passed, unless something is still open', async () => {
    const [calm, disputed] = [await buyTwo(), await buyTwo()]
    for (const orderId of [calm, disputed]) {
      await trade.ship(orderId)
      await zhou.call('mall.confirmReceipt', { orderId })
    }
    await zhou.call('mall.applyAfterSale', {
      orderId: disputed,
      kind: 'return-and-refund',
      lines: [{ line: 1, quantity: 1 }],
      reason: '盖子裂了',
    })
    await trade.world.passDays(6)
    expect(trade.order(calm).status).toBe('received')
    await trade.world.passDays(1)
    expect(trade.order(calm).status).toBe('completed')
    expect(trade.order(disputed).status).toBe('received')
    trade.world.audit()
  })

  it('fixes when commissions settle: never before the after-sale window ends', async () => {
    await bindTo(trade, zhou)
    const orderId = await buyTwo()
    expect(trade.commissions(orderId).map(({ settleAt }) => settleAt)).toEqual([null, null])
    await trade.ship(orderId)
    await zhou.call('mall.confirmReceipt', { orderId })
    await trade.world.runTimer()
    const due = (trade.order(orderId).receivedAt ?? 0) + 7 * DAY_MS
    expect(trade.commissions(orderId).map(({ settleAt }) => settleAt)).toEqual([due, due])
    await trade.world.passDays(6)
    expect(trade.commissions(orderId).every(({ status }) => status === 'pending')).toBe(true)
    await trade.world.passDays(1)
    expect(trade.commissions(orderId).every(({ status }) => status === 'settled')).toBe(true)
    trade.world.audit()
  })

  it('killed before its one write: saying it again receives', async () => {
    const orderId = await buyTwo()
    await trade.ship(orderId)
    const confirm = () => zhou.call('mall.confirmReceipt', { orderId })
    expect(await trade.killAfter('mall.confirmReceipt', 1, confirm)).toBe(true)
    expect(trade.order(orderId).status).toBe('shipped')
    await confirm()
    await confirm()
    expect(trade.order(orderId).status).toBe('received')
  })

  it.each([6, 7, 8, 9, 10, 11, 12, 13])(
    'the timer dies after %i database calls: the next one gives the due moments',
    async (afterCalls) => {
      await bindTo(trade, zhou)
      const orderId = await buyTwo()
      await trade.ship(orderId)
      await zhou.call('mall.confirmReceipt', { orderId })
      const { cloud } = trade.world
      const match = { target: 'function', function: 'timer' }
      cloud.faults.add({ match, effect: 'kill-instance', afterCalls, count: 1 })
      await trade.world.runTimer().catch(() => undefined)
      cloud.faults.clear()
      await cloud.advance(MINUTE_MS)
      await trade.world.runTimer()
      expect(trade.order(orderId).dues).toBe('set')
      const due = (trade.order(orderId).receivedAt ?? 0) + 7 * DAY_MS
      expect(trade.commissions(orderId).map(({ settleAt }) => settleAt)).toEqual([due, due])
      trade.world.audit()
    },
  )

  it('an order whose commissions are spoiled is set aside with an alert, and keeps no other', async () => {
    await bindTo(trade, zhou)
    const [bad, good] = [await buyTwo(), await buyTwo()]
    for (const orderId of [bad, good]) {
      await trade.ship(orderId)
      await zhou.call('mall.confirmReceipt', { orderId })
    }
    const { database } = trade.world.cloud
    const sound = trade.order(bad)
    database.put('plans', [{ _id: 'plan_spoiled', status: 'superseded' }])
    database.put('orders', [{ ...sound, planId: 'plan_spoiled' }])
    await trade.world.runTimer()
    expect([trade.order(bad).dues, trade.order(good).dues]).toEqual(['held', 'set'])
    expect(database.find('alerts', { subjectId: bad })).toHaveLength(1)
    database.put('orders', [sound])
    await trade.world.runTimer()
    expect(trade.order(bad).dues).toBe('set')
    trade.world.audit()
  })

  it('from the payment notice to receipt: at most 18 database calls, whatever the lines', async () => {
    await bindTo(trade, zhou)
    // The first round reads the plan; instances keep it.
    await trade.placeAndPay(zhou, [lineOf(trade.pot, 0, 1)])
    const lines = [lineOf(trade.tea, 0, 1), lineOf(trade.tea, 1, 1), lineOf(trade.pot, 0, 1)]
    const { cloud, wechatControl } = trade.world
    wechatControl.pause()
    const { orderId } = await trade.place(zhou, lines)
    const params = await zhou.call('mall.startPayment', { orderId })
    wechatControl.pay(zhou.openid, params)
    const [notice] = wechatControl.notices('pending')
    cloud.counters.clear()
    await wechatControl.deliver(notice?.id ?? '')
    const paying = cloud.counters.read().invocations.at(-1)?.database ?? 0
    await trade.ship(orderId)
    const receipt = () => zhou.call('mall.confirmReceipt', { orderId })
    const receiving = await trade.callsOf('mall.confirmReceipt', receipt)
    expect(paying).toBeGreaterThan(0)
    expect(paying + receiving).toBeLessThanOrEqual(18)
    await wechatControl.resume()
  })
})

describe('a return of what was never sent', () => {
  it('is refused: its units would be in stock twice', async () => {
    const orderId = await trade.placeAndPay(zhou, [
      lineOf(trade.tea, 0, 1),
      lineOf(trade.pot, 0, 1),
    ])
    const parcel = { orderId, carrier: '顺丰', trackingNumber: 'SF70001' }
    await trade.owner.call('owner.shipOrder', { ...parcel, lines: [{ line: 1, quantity: 1 }] })
    const ask = (line: number) => {
      const lines = [{ line, quantity: 1 }]
      return { orderId, kind: 'return-and-refund' as const, lines, reason: '不要了' }
    }
    expect(await zhou.refusal('mall.applyAfterSale', ask(2))).toBe('AFTER_SALE_QUANTITY')
    await zhou.call('mall.applyAfterSale', ask(1))
  })
})
