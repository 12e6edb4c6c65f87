// The trade half of the journey, as the pages of buyer and owner go through it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindTo } from './bind-to'
import { lineOf, openTrade, type Trade } from './open-trade'

let trade: Trade
beforeAll(async () => {
  trade = await openTrade()
})
afterAll(() => trade.world.stop())

describe('from the shelf to the wallet', { shuffle: false }, () => {
  let orderId = ''
  const zhou = () => trade.world.as('zhou')
  const counts = () => zhou().call('mall.countOrders', {})
  const actions = async () => (await zhou().call('mall.getOrder', { orderId })).actions
  const listed = async (filter: 'to-pay' | 'to-ship' | 'to-receive' | 'after-sale' | 'all') =>
    (await zhou().call('mall.listOrders', { filter })).rows.map((row) => row.id)
  const waiting = { toPay: 0, toShip: 0, toReceive: 0, afterSale: 0 }

  it('a friend of Mei buys two SKUs from the cart', async () => {
    await bindTo(trade, zhou())
    const lines = [lineOf(trade.tea, 0, 1), lineOf(trade.tea, 1, 1)]
    for (const line of lines) await zhou().call('mall.addToCart', line)
    const placed = await trade.place(zhou(), lines, { isFromCart: true })
    orderId = placed.orderId
    expect(placed.payableFen).toBe(13800)
    expect(await counts()).toEqual({ ...waiting, toPay: 1 })
    expect(await actions()).toEqual(['pay', 'cancel'])
    expect(await listed('to-pay')).toEqual([orderId])
    trade.world.audit()
  })

  it('pays, and Mei and Lan see it at once', async () => {
    await trade.pay(zhou(), orderId)
    expect(await counts()).toEqual({ ...waiting, toShip: 1 })
    expect(await actions()).toEqual(['apply-after-sale'])
    const { order, commissions, ...shared } = await trade.owner.call('owner.getOrder', { orderId })
    expect(order).toMatchObject({ status: 'paid', actions: ['ship'] })
    expect(order.address).toMatchObject({ name: '周明', phone: '13800001111' })
    expect(shared).toEqual({ sharerName: '林晓梅', planVersion: '2026-11' })
    expect(commissions.map(({ name, level, netFen }) => [name, level, netFen])).toEqual([
      ['林晓梅', 1, 1656],
      ['何岚', 2, 690],
    ])
    trade.world.audit()
  })

  it('the owner ships, and the buyer sees the parcel', async () => {
    const toShip = await trade.owner.call('owner.listOrders', { filter: 'to-ship' })
    expect(toShip.rows.map((row) => [row.id, row.actions])).toEqual([[orderId, ['ship']]])
    await trade.ship(orderId)
    const shown = await zhou().call('mall.getOrder', { orderId })
    expect(shown.parcels).toMatchObject([{ carrier: '顺丰速运' }])
    expect(shown.actions).toEqual(['confirm-receipt', 'apply-after-sale'])
    expect(await listed('to-receive')).toEqual([orderId])
  })

  it('the buyer confirms; after the after-sale window the money is available', async () => {
    await zhou().call('mall.confirmReceipt', { orderId })
    expect(await counts()).toEqual(waiting)
    await trade.world.passDays(8)
    expect(await actions()).toEqual([])
    const { totals } = await trade.owner.call('owner.listEarnings', {})
    expect(totals).toMatchObject({ availableFen: 2346, pendingFen: 0, earnedFen: 2346 })
    const dashboard = await trade.owner.call('owner.getDashboard', { range: '30d' })
    expect(dashboard.now).toMatchObject({ salesFen: 13800, commissionFen: 2346, orders: 1 })
    trade.world.audit()
  })
})
