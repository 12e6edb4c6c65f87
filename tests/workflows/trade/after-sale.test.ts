// After-sales: per line and quantity, refunded exactly, with settlement waiting for their end.
import { describe, expect, it, vi } from 'vitest'
import { sumFen } from '@contract/money'
import { DAY_MS, MINUTE_MS } from '@contract/time'
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
const buy = () => trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2), lineOf(trade.tea, 1, 1)])
async function buyAndReceive(): Promise<string> {
  const orderId = await buy()
  await trade.ship(orderId)
  await zhou.call('mall.confirmReceipt', { orderId })
  await trade.world.runTimer()
  return orderId
}
const ask = (orderId: string, quantity = 1, requestId?: string) =>
  zhou.call(
    'mall.applyAfterSale',
    { orderId, kind: 'refund-only', lines: [{ line: 1, quantity }], reason: '少发了' },
    requestId === undefined ? {} : { requestId },
  )
const askReturn = (orderId: string) =>
  zhou.call('mall.applyAfterSale', {
    orderId,
    kind: 'return-and-refund',
    lines: [{ line: 1, quantity: 1 }],
    reason: '不喜欢',
  })
/** WeChat decides and tells. */
async function letWechatRefund(): Promise<void> {
  await trade.world.cloud.advance(MINUTE_MS)
  await trade.world.runTimer()
}

describe('asking', () => {
  it('holds the units and the settlement; the same request asks once', async () => {
    await bindTo(trade, zhou)
    const orderId = await buyAndReceive()
    const requestId = trade.world.newRequestId()
    const { afterSaleId } = await ask(orderId, 1, requestId)
    expect(await ask(orderId, 1, requestId)).toEqual({ afterSaleId })
    await expect(ask(orderId, 2, requestId)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    })
    expect(trade.order(orderId)).toMatchObject({ openAfterSales: 1 })
    expect(trade.order(orderId).lines[0]).toMatchObject({ inAfterSaleQuantity: 1 })
    expect(trade.afterSale(afterSaleId)).toMatchObject({ status: 'applied', refundFen: 5000 })
    expect(trade.commissions(orderId).map(({ settleAt }) => settleAt)).toEqual([null, null])
  })

  it('for more than is left is refused with what is left', async () => {
    const orderId = await buy()
    await ask(orderId, 1)
    await expect(ask(orderId, 2)).rejects.toMatchObject({
      code: 'AFTER_SALE_QUANTITY',
      facts: { available: 1 },
    })
  })

  it('four times at once for the last two units: two are let in', async () => {
    const orderId = await buy()
    const asked = await Promise.allSettled([1, 2, 3, 4].map(() => ask(orderId, 1)))
    expect(asked.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(2)
    expect(trade.order(orderId).openAfterSales).toBe(2)
  })

  it('is for the buyer, in time, of a paid order', async () => {
    const { orderId } = await trade.place(zhou, [lineOf(trade.tea, 0, 1)])
    await expect(ask(orderId)).rejects.toMatchObject({ code: 'AFTER_SALE_NOT_OPEN' })
    await trade.pay(zhou, orderId)
    await trade.ship(orderId)
    await zhou.call('mall.confirmReceipt', { orderId })
    const input = {
      orderId,
      kind: 'refund-only' as const,
      lines: [{ line: 1, quantity: 1 }],
      reason: '要',
    }
    const eve = trade.world.as('eve')
    expect(await eve.refusal('mall.applyAfterSale', input)).toBe('ORDER_UNKNOWN')
    trade.world.cloud.clock.advance(7 * DAY_MS)
    await expect(ask(orderId)).rejects.toMatchObject({ code: 'AFTER_SALE_TOO_LATE' })
  })
})

describe('a refund alone', () => {
  it('before shipping: order, stock and commissions shrink exactly', async () => {
    await bindTo(trade, zhou)
    const orderId = await buy()
    const before = sumFen(trade.commissions(orderId), (commission) => commission.netFen)
    const { afterSaleId } = await ask(orderId, 1)
    await trade.owner.call('owner.approveAfterSale', { afterSaleId })
    await trade.owner.call('owner.approveAfterSale', { afterSaleId })
    await letWechatRefund()
    expect(trade.afterSale(afterSaleId)).toMatchObject({ status: 'refunded', refundFen: 5000 })
    expect(trade.order(orderId)).toMatchObject({ refundedFen: 5000, openAfterSales: 0 })
    const after = sumFen(trade.commissions(orderId), (commission) => commission.netFen)
    // 12% and 5% of ¥50.
    expect(before - after).toBe(600 + 250)
    await trade.ship(orderId)
    expect(stock(0)).toMatchObject({ available: 4, sold: 1, held: {} })
    trade.world.audit()
  })

  it('of everything closes the order and frees all of its stock', async () => {
    const orderId = await buy()
    const { afterSaleId } = await zhou.call('mall.applyAfterSale', {
      orderId,
      kind: 'refund-only',
      lines: [
        { line: 1, quantity: 2 },
        { line: 2, quantity: 1 },
      ],
      reason: '不要了',
    })
    await trade.owner.call('owner.approveAfterSale', { afterSaleId })
    await letWechatRefund()
    await trade.world.cloud.advance(5 * MINUTE_MS)
    await trade.world.runTimer()
    expect(trade.order(orderId)).toMatchObject({ status: 'closed', closeReason: 'refunded' })
    expect(stock(0)).toMatchObject({ available: 5, held: {}, sold: 0 })
    expect(stock(1)).toMatchObject({ available: 2, held: {}, sold: 0 })
    trade.world.audit()
  })

  it.each([[3], [6], [8]])(
    'killed %i database calls into the approval: the owner presses again, one refund is paid',
    async (calls) => {
      const orderId = await buy()
      const { afterSaleId } = await ask(orderId, 1)
      const approve = () => trade.owner.call('owner.approveAfterSale', { afterSaleId })
      expect(await trade.killAfter('owner.approveAfterSale', calls, approve)).toBe(true)
      await trade.world.cloud.advance(MINUTE_MS)
      await approve()
      await letWechatRefund()
      expect(trade.afterSale(afterSaleId).status).toBe('refunded')
      expect(trade.order(orderId).refundedFen).toBe(5000)
      trade.world.audit()
    },
  )
})

describe('a return', () => {
  it('goes there and back: parcel, stock up once, refund', async () => {
    const orderId = await buyAndReceive()
    const { afterSaleId } = await askReturn(orderId)
    const parcel = { afterSaleId, carrier: '顺丰', trackingNumber: 'SF900001' }
    expect(await zhou.refusal('mall.sendReturnParcel', parcel)).toBe('AFTER_SALE_MOVED_ON')
    await trade.owner.call('owner.approveAfterSale', { afterSaleId })
    expect(trade.afterSale(afterSaleId).status).toBe('awaiting-return')
    expect(await trade.owner.refusal('owner.receiveReturn', { afterSaleId })).toBe(
      'AFTER_SALE_MOVED_ON',
    )
    await zhou.call('mall.sendReturnParcel', parcel)
    await zhou.call('mall.sendReturnParcel', parcel)
    await trade.owner.call('owner.receiveReturn', { afterSaleId })
    await trade.owner.call('owner.receiveReturn', { afterSaleId })
    await letWechatRefund()
    expect(trade.afterSale(afterSaleId)).toMatchObject({
      status: 'refunded',
      returnParcel: { carrier: '顺丰', trackingNumber: 'SF900001' },
    })
    expect(stock(0)).toMatchObject({ available: 4, returned: { [afterSaleId]: 1 } })
    trade.world.audit()
  })

  it.each([[3], [4], [7]])(
    'received by a function killed after %i database calls: stock goes up once',
    async (calls) => {
      const orderId = await buyAndReceive()
      const { afterSaleId } = await askReturn(orderId)
      await trade.owner.call('owner.approveAfterSale', { afterSaleId })
      const parcel = { afterSaleId, carrier: '顺丰', trackingNumber: 'SF900001' }
      await zhou.call('mall.sendReturnParcel', parcel)
      const receive = () => trade.owner.call('owner.receiveReturn', { afterSaleId })
      expect(await trade.killAfter('owner.receiveReturn', calls, receive)).toBe(true)
      await trade.world.cloud.advance(MINUTE_MS)
      await receive()
      await letWechatRefund()
      expect(trade.afterSale(afterSaleId).status).toBe('refunded')
      expect(stock(0).available).toBe(4)
      trade.world.audit()
    },
  )
})

describe('an end without refund', () => {
  it.each([
    ['rejected by the owner', 'rejected'],
    ['withdrawn by the buyer', 'withdrawn'],
  ])('%s: units are free again and settlement is due as before', async (_what, status) => {
    await bindTo(trade, zhou)
    const orderId = await buyAndReceive()
    const [due] = trade.commissions(orderId).map(({ settleAt }) => settleAt)
    const { afterSaleId } = await ask(orderId, 2)
    const end = () =>
      status === 'rejected'
        ? trade.owner.call('owner.rejectAfterSale', { afterSaleId, reason: '已签收' })
        : zhou.call('mall.withdrawAfterSale', { afterSaleId })
    await end()
    await end()
    expect(trade.afterSale(afterSaleId).status).toBe(status)
    expect(trade.order(orderId)).toMatchObject({ openAfterSales: 0 })
    expect(trade.order(orderId).lines[0]).toMatchObject({ inAfterSaleQuantity: 0 })
    expect(trade.commissions(orderId).map(({ settleAt }) => settleAt)).toEqual([due, due])
    expect(await trade.owner.refusal('owner.approveAfterSale', { afterSaleId })).toBe(
      'AFTER_SALE_MOVED_ON',
    )
  })

  it('an open after-sale keeps commissions from settling, however long it takes', async () => {
    await bindTo(trade, zhou)
    const orderId = await buyAndReceive()
    const { afterSaleId } = await ask(orderId, 1)
    await trade.world.passDays(30)
    expect(trade.commissions(orderId).every(({ status }) => status === 'pending')).toBe(true)
    await trade.owner.call('owner.rejectAfterSale', { afterSaleId, reason: '已签收' })
    await trade.world.runTimer()
    expect(trade.commissions(orderId).every(({ status }) => status === 'settled')).toBe(true)
    trade.world.audit()
  })

  it('an owner does not decide on their own order', async () => {
    const orderId = await trade.placeAndPay(trade.owner, [lineOf(trade.tea, 0, 1)])
    const { afterSaleId } = await trade.owner.call('mall.applyAfterSale', {
      orderId,
      kind: 'refund-only',
      lines: [{ line: 1, quantity: 1 }],
      reason: '试试',
    })
    expect(await trade.owner.refusal('owner.approveAfterSale', { afterSaleId })).toBe('OWN_CASE')
    const reject = { afterSaleId, reason: '试试' }
    expect(await trade.owner.refusal('owner.rejectAfterSale', reject)).toBe('OWN_CASE')
  })

  it('the desk lists what waits for the owner first', async () => {
    const orderId = await buy()
    const first = await ask(orderId, 1)
    await trade.world.cloud.advance(1000)
    const second = await ask(orderId, 1)
    await trade.owner.call('owner.rejectAfterSale', {
      afterSaleId: second.afterSaleId,
      reason: '重复',
    })
    const { rows } = await trade.owner.call('owner.listAfterSales', {})
    expect(rows.map((row) => row.id)).toEqual([first.afterSaleId, second.afterSaleId])
    const eve = trade.world.as('eve')
    const { afterSaleId } = first
    expect(await eve.refusal('mall.getAfterSale', { afterSaleId })).toBe('AFTER_SALE_UNKNOWN')
    expect(await eve.refusal('mall.withdrawAfterSale', { afterSaleId })).toBe('AFTER_SALE_UNKNOWN')
  })
})

describe('two after-sales of one order', () => {
  it('approved at once refund what they would one after the other, with the shipping fee', async () => {
    // Cheap enough that shipping costs something.
    const { product } = await trade.owner.call('owner.getProduct', trade.pot)
    const skus = (product?.skus ?? []).map(({ stock: _stock, ...sku }) => {
      return { ...sku, priceFen: 3000, stockChange: 0 }
    })
    if (product) await trade.owner.call('owner.saveProduct', { ...product, skus })
    const { orderId, payableFen } = await trade.place(zhou, [
      lineOf(trade.tea, 0, 1),
      lineOf(trade.pot, 0, 1),
    ])
    await trade.pay(zhou, orderId)
    const asked = await Promise.all(
      [1, 2].map((line) =>
        zhou.call('mall.applyAfterSale', {
          orderId,
          kind: 'refund-only',
          lines: [{ line, quantity: 1 }],
          reason: '不要了',
        }),
      ),
    )
    const approve = () =>
      Promise.allSettled(asked.map((one) => trade.owner.call('owner.approveAfterSale', one)))
    const match = { target: 'database', collection: 'outbox', inTransaction: true }
    const { faults, counters } = trade.world.cloud
    const patience = { timeout: 60_000, interval: 5 }
    const begun = () => counters.read().totals['database.startTransaction'] ?? 0
    faults.add({ match, effect: 'delay', delayMs: 60_000, count: 1 })
    const approving = approve()
    await vi.waitUntil(() => faults.held === 1, patience)
    // The other one runs into it, and begins again.
    const before = begun()
    await vi.waitUntil(() => begun() >= before + 2, patience)
    faults.release()
    await approving
    await letWechatRefund()
    await approve()
    await letWechatRefund()
    expect(trade.order(orderId)).toMatchObject({ status: 'closed', refundedFen: payableFen })
    trade.world.audit()
  })
})
