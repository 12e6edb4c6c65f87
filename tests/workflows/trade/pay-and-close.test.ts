// Paying and closing: a payment and a close never both win, and whatever is lost on the way heals.
import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '@contract/time'
import type { Person } from '../../support/world'
import { lineOf, type Trade } from './open-trade'
import { startEachTrade } from './start-each-trade'

let trade: Trade
let zhou: Person
startEachTrade((opened) => {
  trade = opened
  zhou = opened.world.as('zhou')
})

const stock = () => trade.stock(trade.tea.skuIds[0] ?? '')
const place = async () => (await trade.place(zhou, [lineOf(trade.tea, 0, 2)])).orderId
const confirmOnPhone = async (orderId: string) => {
  const params = await zhou.call('mall.startPayment', { orderId })
  return trade.world.wechat<{ errMsg: string }>('request-payment', zhou, params)
}
const holdBackNotices = () => trade.world.control('wechat/notices/pause')

describe('paying', () => {
  it('starts again and again with the same order, and pays it once', async () => {
    const orderId = await place()
    await zhou.call('mall.startPayment', { orderId })
    expect((await confirmOnPhone(orderId)).errMsg).toBe('requestPayment:ok')
    expect(await zhou.call('mall.checkPayment', { orderId })).toEqual({
      isPaid: true,
      payableFen: 10000,
    })
    expect(trade.order(orderId).status).toBe('paid')
    expect(await zhou.refusal('mall.startPayment', { orderId })).toBe('ORDER_NOT_PAYABLE')
    trade.world.audit()
  })

  it('a notice that never comes is healed by asking', async () => {
    await holdBackNotices()
    const orderId = await place()
    expect((await zhou.call('mall.checkPayment', { orderId })).isPaid).toBe(false)
    await confirmOnPhone(orderId)
    expect(trade.order(orderId).status).toBe('created')
    const answers = await Promise.all(
      [1, 2, 3].map(() => zhou.call('mall.checkPayment', { orderId })),
    )
    expect(answers.every((answer) => answer.isPaid)).toBe(true)
    expect(trade.world.cloud.database.count('ledger_entries', { code: 'ORDER_PAID' })).toBe(1)
    trade.world.audit()
  })

  it('an order whose time is up is not payable, even before the timer closed it', async () => {
    const orderId = await place()
    trade.world.cloud.clock.advance(31 * MINUTE_MS)
    expect(await zhou.refusal('mall.startPayment', { orderId })).toBe('ORDER_NOT_PAYABLE')
  })
})

describe('closing', () => {
  it('by its buyer gives the stock back, once', async () => {
    const orderId = await place()
    await zhou.call('mall.cancelOrder', { orderId })
    await zhou.call('mall.cancelOrder', { orderId })
    expect(trade.order(orderId)).toMatchObject({ status: 'closed', closeReason: 'cancelled' })
    expect(stock()).toMatchObject({ available: 5, held: {}, heldAt: {} })
    expect(await zhou.refusal('mall.startPayment', { orderId })).toBe('ORDER_NOT_PAYABLE')
  })

  it('by itself when its time is up, and not before', async () => {
    const orderId = await place()
    await trade.world.cloud.advance(29 * MINUTE_MS)
    await trade.world.runTimer()
    expect(trade.order(orderId).status).toBe('created')
    await trade.world.cloud.advance(2 * MINUTE_MS)
    await trade.world.runTimer()
    await trade.world.runTimer()
    expect(trade.order(orderId)).toMatchObject({ status: 'closed', closeReason: 'unpaid' })
    expect(stock()).toMatchObject({ available: 5, held: {} })
  })

  it('loses against a payment that came first: the order is paid, not closed', async () => {
    await holdBackNotices()
    const orderId = await place()
    await confirmOnPhone(orderId)
    expect(await zhou.refusal('mall.cancelOrder', { orderId })).toBe('ORDER_MOVED_ON')
    expect(trade.order(orderId).status).toBe('paid')
    expect(stock().available).toBe(3)
    trade.world.audit()
  })

  it('by the timer, too, finds a payment whose notice got lost', async () => {
    await holdBackNotices()
    const orderId = await place()
    await confirmOnPhone(orderId)
    await trade.world.cloud.advance(31 * MINUTE_MS)
    await trade.world.runTimer()
    expect(trade.order(orderId).status).toBe('paid')
    trade.world.audit()
  })

  it('forbids the payment at WeChat: parameters handed out before are worthless', async () => {
    const orderId = await place()
    const params = await zhou.call('mall.startPayment', { orderId })
    await zhou.call('mall.cancelOrder', { orderId })
    const { errMsg } = await trade.world.wechat<{ errMsg: string }>('request-payment', zhou, params)
    expect(errMsg).not.toBe('requestPayment:ok')
    expect(trade.order(orderId).status).toBe('closed')
  })

  it('and paying at the same moment: exactly one of them happens', async () => {
    await holdBackNotices()
    const orderId = await place()
    const params = await zhou.call('mall.startPayment', { orderId })
    await Promise.allSettled([
      zhou.call('mall.cancelOrder', { orderId }),
      trade.world.wechat('request-payment', zhou, params),
      zhou.call('mall.cancelOrder', { orderId }),
    ])
    const { isPaid } = await zhou.call('mall.checkPayment', { orderId })
    expect(trade.order(orderId).status).toBe(isPaid ? 'paid' : 'closed')
    expect(stock().available).toBe(isPaid ? 3 : 5)
    trade.world.audit()
  })

  it('closes what nobody ever began to pay, also when WeChat knows no such number', async () => {
    const orderId = await place()
    const unknown = { effect: 'fail', code: 'ORDER_NOT_EXIST', count: 1 } as const
    trade.world.cloud.faults.add({ match: { target: 'pay' }, ...unknown })
    await zhou.call('mall.cancelOrder', { orderId })
    expect(trade.order(orderId).status).toBe('closed')
    expect(stock()).toMatchObject({ available: 5, held: {} })
  })

  it('waits when WeChat does not say, and tries again', async () => {
    const orderId = await place()
    const match = { target: 'pay' }
    trade.world.cloud.faults.add({ match, effect: 'fail', code: 'SYSTEM_ERROR', count: 20 })
    expect(await zhou.refusal('mall.cancelOrder', { orderId })).toBe('TRY_AGAIN')
    expect(trade.order(orderId).status).toBe('created')
    trade.world.cloud.faults.clear()
    await zhou.call('mall.cancelOrder', { orderId })
    expect(trade.order(orderId).status).toBe('closed')
  })

  it.each([0, 1, 2, 3].map((calls) => [calls]))(
    'killed after %i database calls: the timer closes it and gives the stock back',
    async (calls) => {
      const orderId = await place()
      const cancel = () => zhou.call('mall.cancelOrder', { orderId })
      expect(await trade.killAfter('mall.cancelOrder', calls, cancel)).toBe(true)
      await trade.world.cloud.advance(31 * MINUTE_MS)
      await trade.world.runTimer()
      expect(trade.order(orderId).status).toBe('closed')
      expect(stock()).toMatchObject({ available: 5, held: {} })
    },
  )
})
