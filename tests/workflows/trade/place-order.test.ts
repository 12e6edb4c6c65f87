// Placing orders: priced by the server, never oversold, once however often it is asked for.
import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '@contract/time'
import { Refused } from '../../support/world'
import { bindTo } from './bind-to'
import { lineOf, type Trade } from './open-trade'
import { startEachTrade } from './start-each-trade'

let trade: Trade
startEachTrade((opened) => (trade = opened))

const available = (index: number) => trade.stock(trade.tea.skuIds[index] ?? '').available
const holds = (index: number) => Object.keys(trade.stock(trade.tea.skuIds[index] ?? '').held)

describe('placing an order', () => {
  it('holds stock, freezes price, plan and address, and closes in half an hour', async () => {
    const zhou = trade.world.as('zhou')
    const lines = [lineOf(trade.tea, 0, 2), lineOf(trade.tea, 1, 1)]
    const { orderId, payableFen } = await trade.place(zhou, lines)
    const order = trade.order(orderId)
    expect(payableFen).toBe(18800)
    expect(order).toMatchObject({
      status: 'created',
      buyerId: zhou.memberId,
      goodsFen: 18800,
      shippingFen: 0,
      accrual: 'none',
      attribution: null,
    })
    expect(order.expireAt - order.placedAt).toBe(30 * MINUTE_MS)
    expect(order.planId).not.toBeNull()
    expect(order.lines.map((line) => [line.line, line.specText, line.baseFen])).toEqual([
      [1, '50 克', 10000],
      [2, '100 克', 8800],
    ])
    expect([available(0), available(1)]).toEqual([3, 1])
    expect(trade.stock(trade.tea.skuIds[0] ?? '').held).toEqual({ [orderId]: 2 })
  })

  it('below free shipping the fee is added, and the preview says how much is missing', async () => {
    const zhou = trade.world.as('zhou')
    const lines = [lineOf(trade.tea, 0, 1)]
    const preview = await zhou.call('mall.previewOrder', { lines })
    expect(preview).toMatchObject({
      goodsFen: 5000,
      shippingFen: 800,
      payableFen: 5800,
      freeShippingGapFen: 4900,
      address: null,
    })
  })

  it('the same SKU asked for twice is one line', async () => {
    const lines = [lineOf(trade.tea, 0, 1), lineOf(trade.tea, 0, 2)]
    const { orderId } = await trade.place(trade.world.as('zhou'), lines)
    expect(trade.order(orderId).lines).toMatchObject([{ line: 1, quantity: 3 }])
    expect(available(0)).toBe(2)
  })

  it('takes what was bought out of the cart and leaves the rest', async () => {
    const zhou = trade.world.as('zhou')
    await zhou.call('mall.addToCart', lineOf(trade.tea, 0, 2))
    await zhou.call('mall.addToCart', lineOf(trade.pot, 0, 1))
    await trade.place(zhou, [lineOf(trade.tea, 0, 2)], { isFromCart: true })
    expect(trade.cart(zhou)?.lines.map((line) => line.skuId)).toEqual(trade.pot.skuIds)
  })

  it('of a bound buyer freezes the sharer and who invited them', async () => {
    const zhou = trade.world.as('zhou')
    const { mei, lan, shareCode } = await bindTo(trade, zhou)
    const { orderId } = await trade.place(zhou, [lineOf(trade.tea, 0, 1)])
    expect(trade.order(orderId).attribution).toEqual({
      distributorId: mei.distributorId,
      inviterId: lan.distributorId,
      shareCode,
    })
  })

  it('of a bound buyer from the cart costs 8 database calls and one a SKU', async () => {
    const zhou = trade.world.as('zhou')
    await bindTo(trade, zhou)
    const lines = [lineOf(trade.tea, 0, 1), lineOf(trade.tea, 1, 1), lineOf(trade.pot, 0, 1)]
    for (const line of lines) await zhou.call('mall.addToCart', line)
    const calls = await trade.callsOf('mall.placeOrder', () =>
      trade.place(zhou, lines, { isFromCart: true }),
    )
    expect(calls).toBeLessThanOrEqual(8 + lines.length)
  })
})

describe('bad input', () => {
  it.each([
    ['another price than the server', 'PRICE_CHANGED', { expectedPayableFen: 1 }],
    ['an address that is not the buyer’s', 'ADDRESS_UNKNOWN', { addressId: 'adr_other' }],
    ['a SKU that does not exist', 'SKU_UNKNOWN', { skuId: 'sku_none' }],
    ['no lines at all', 'INPUT_INVALID', { lines: [] }],
    ['minus one of something', 'INPUT_INVALID', { quantity: -1 }],
  ])('%s is refused with %s and holds nothing', async (_what, code, wrong) => {
    const zhou = trade.world.as('zhou')
    const addressId = await trade.addressOf(zhou)
    const { skuId, quantity, ...rest } = wrong as { skuId?: string; quantity?: number }
    const line = { ...lineOf(trade.tea, 0, 1), ...(skuId ? { skuId } : {}) }
    const lines = [{ ...line, quantity: quantity ?? 1 }]
    const input = { lines, addressId, isFromCart: false, expectedPayableFen: 5800, ...rest }
    expect(await zhou.refusal('mall.placeOrder', input)).toBe(code)
    expect(available(0)).toBe(5)
    expect(trade.world.cloud.database.count('orders')).toBe(0)
  })

  it('an address of somebody else is unknown', async () => {
    const addressId = await trade.addressOf(trade.world.as('other'))
    const lines = [lineOf(trade.tea, 0, 1)]
    const input = { lines, addressId, isFromCart: false, expectedPayableFen: 5800 }
    expect(await trade.world.as('zhou').refusal('mall.placeOrder', input)).toBe('ADDRESS_UNKNOWN')
  })

  it('a product taken off the shelf can be neither previewed nor placed', async () => {
    const { productId } = trade.tea
    await trade.owner.call('owner.shelveProduct', { productId, isOnShelf: false })
    const lines = [lineOf(trade.tea, 0, 1)]
    expect(await trade.world.as('zhou').refusal('mall.previewOrder', { lines })).toBe(
      'PRODUCT_OFF_SHELF',
    )
  })

  it('another person’s order is unknown', async () => {
    const { orderId } = await trade.place(trade.world.as('zhou'), [lineOf(trade.tea, 0, 1)])
    const eve = trade.world.as('eve')
    expect(await eve.refusal('mall.getOrder', { orderId })).toBe('ORDER_UNKNOWN')
    expect(await eve.refusal('mall.startPayment', { orderId })).toBe('ORDER_UNKNOWN')
    expect(await eve.refusal('mall.cancelOrder', { orderId })).toBe('ORDER_UNKNOWN')
    expect(await eve.call('mall.listOrders', {})).toMatchObject({ rows: [] })
  })
})

describe('stock', () => {
  it('sold out between cart and pay: refused with what is left, and nothing stays held', async () => {
    const [zhou, li] = [trade.world.as('zhou'), trade.world.as('li')]
    await zhou.call('mall.addToCart', lineOf(trade.tea, 1, 2))
    const addressId = await trade.addressOf(zhou)
    await trade.place(li, [lineOf(trade.tea, 1, 1)])
    const lines = [lineOf(trade.tea, 0, 1), lineOf(trade.tea, 1, 2)]
    const input = { lines, addressId, isFromCart: true, expectedPayableFen: 22600 }
    const refusal = await zhou.call('mall.placeOrder', input).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refused)
    expect(refusal).toMatchObject({ code: 'OUT_OF_STOCK', facts: { available: 1 } })
    expect([available(0), available(1)]).toEqual([5, 1])
    expect(holds(0)).toEqual([])
    expect(trade.cart(zhou)?.lines).toHaveLength(1)
    const [shown] = (await zhou.call('mall.getCart', {})).lines
    // It isn't off the shelf: the cart says how many are left.
    expect(shown).toMatchObject({ available: 1, isOnShelf: true, isBuyable: false })
  })

  it('twelve people want the last five: exactly five get one, nothing is oversold', async () => {
    const people = Array.from({ length: 12 }, (_, index) => trade.world.as(`buyer-${index}`))
    for (const person of people) await trade.addressOf(person)
    const outcomes = await Promise.allSettled(
      people.map((person) => trade.place(person, [lineOf(trade.tea, 0, 1)])),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(5)
    expect(available(0)).toBe(0)
    expect(holds(0)).toHaveLength(5)
    expect(trade.world.cloud.database.count('orders')).toBe(5)
  })
})

describe('a request repeated', () => {
  it('with the same id answers with the same order, also after the price changed', async () => {
    const zhou = trade.world.as('zhou')
    const addressId = await trade.addressOf(zhou)
    const requestId = trade.world.newRequestId()
    const lines = [lineOf(trade.tea, 0, 2)]
    const input = { lines, addressId, isFromCart: false, expectedPayableFen: 10000 }
    const first = await zhou.call('mall.placeOrder', input, { requestId })
    expect(await zhou.call('mall.placeOrder', input, { requestId })).toEqual(first)
    const { productId } = trade.tea
    await trade.owner.call('owner.shelveProduct', { productId, isOnShelf: false })
    expect(await zhou.call('mall.placeOrder', input, { requestId })).toEqual(first)
    expect(available(0)).toBe(3)
  })

  it('with another content is refused', async () => {
    const zhou = trade.world.as('zhou')
    const requestId = trade.world.newRequestId()
    await trade.place(zhou, [lineOf(trade.tea, 0, 2)], { requestId })
    const again = trade.place(zhou, [lineOf(trade.tea, 0, 1)], { requestId })
    await expect(again).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })
    expect(available(0)).toBe(3)
  })

  it('after the order was closed does not hold stock again', async () => {
    const zhou = trade.world.as('zhou')
    const requestId = trade.world.newRequestId()
    const lines = [lineOf(trade.tea, 0, 2)]
    const { orderId } = await trade.place(zhou, lines, { requestId })
    await zhou.call('mall.cancelOrder', { orderId })
    expect((await trade.place(zhou, lines, { requestId })).orderId).toBe(orderId)
    expect(available(0)).toBe(5)
    expect(holds(0)).toEqual([])
  })

  it('four times at once makes one order with one hold', async () => {
    const zhou = trade.world.as('zhou')
    const addressId = await trade.addressOf(zhou)
    const requestId = trade.world.newRequestId()
    const lines = [lineOf(trade.tea, 0, 2), lineOf(trade.tea, 1, 1)]
    const input = { lines, addressId, isFromCart: false, expectedPayableFen: 18800 }
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => zhou.call('mall.placeOrder', input, { requestId })),
    )
    expect(new Set(answers.map((answer) => answer.orderId)).size).toBe(1)
    expect([available(0), available(1)]).toEqual([3, 1])
  })
})

describe('a function killed while placing', () => {
  /** Member, shop, products, address, attribution, distributors, two holds, order. */
  const EVERY_CALL = Array.from({ length: 9 }, (_, calls) => [calls])
  const lines = () => [lineOf(trade.tea, 0, 2), lineOf(trade.tea, 1, 1)]

  it.each(EVERY_CALL)(
    'after %i database calls: the repeat makes one whole order',
    async (calls) => {
      const zhou = trade.world.as('zhou')
      await trade.addressOf(zhou)
      const requestId = trade.world.newRequestId()
      const place = () => trade.place(zhou, lines(), { requestId })
      expect(await trade.killAfter('mall.placeOrder', calls, place)).toBe(true)
      const { orderId } = await place()
      expect(trade.order(orderId).status).toBe('created')
      expect([available(0), available(1)]).toEqual([3, 1])
      expect(holds(0)).toEqual([orderId])
    },
  )

  it.each([[6], [7], [8]])(
    'after %i database calls: without a repeat the timer gives the stock back',
    async (calls) => {
      const zhou = trade.world.as('zhou')
      await trade.addressOf(zhou)
      const place = () => trade.place(zhou, lines())
      expect(await trade.killAfter('mall.placeOrder', calls, place)).toBe(true)
      await trade.world.cloud.advance(31 * MINUTE_MS)
      await trade.world.runTimer()
      expect([available(0), available(1)]).toEqual([5, 2])
      expect([...holds(0), ...holds(1)]).toEqual([])
    },
  )
})
