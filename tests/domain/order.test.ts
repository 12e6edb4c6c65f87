// Orders: prices to the fen, refunds by unit, parcels, after-sales, what can be done when.
import { assert, array, integer, property, record, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bps, fen } from '@contract/money'
import { DAY_MS } from '@contract/time'
import { ORDER_STATUSES, type Order } from '@contract/model/order'
import { Bug } from '../../cloudfunctions/domain/assert'
import { canMoveAfterSale } from '../../cloudfunctions/domain/order/after-sale-lifecycle'
import { applyRefund } from '../../cloudfunctions/domain/order/apply-refund'
import {
  afterSaleLines,
  judgeAfterSale,
} from '../../cloudfunctions/domain/order/can-apply-after-sale'
import {
  holdForAfterSale,
  releaseFromAfterSale,
} from '../../cloudfunctions/domain/order/hold-for-after-sale'
import { closeOrder, payOrder, receipt } from '../../cloudfunctions/domain/order/move-order'
import { buyerActions, ownerActions } from '../../cloudfunctions/domain/order/order-actions'
import { canMoveOrder } from '../../cloudfunctions/domain/order/order-lifecycle'
import { priceOrder } from '../../cloudfunctions/domain/order/price-order'
import { quoteRefund, refundOfLine } from '../../cloudfunctions/domain/order/refund-line'
import { settleAtOf } from '../../cloudfunctions/domain/order/settle-due'
import { leftToShip, shipLines } from '../../cloudfunctions/domain/order/ship-lines'
import { lineOf, NOON, orderOf, refusalOf } from './support/builders'

const two = (changes: Partial<Order> = {}) =>
  orderOf(
    [
      { unitPriceFen: 1000, quantity: 3 },
      { unitPriceFen: 500, quantity: 1 },
    ],
    changes,
    100,
  )
const ship = (order: Order, lines?: { line: number; quantity: number }[]) =>
  shipLines({
    order,
    carrier: '顺丰',
    trackingNumber: 'SF12345',
    ...(lines ? { lines } : {}),
    now: NOON,
    autoReceiptDays: 10,
  })

describe('the price of an order', () => {
  it('spreads a discount of ¥1 over ¥30 and ¥5 as 86 and 14 fen', () => {
    const order = two()
    expect(order.lines.map((line) => [line.line, line.discountFen, line.baseFen])).toEqual([
      [1, 86, 2914],
      [2, 14, 486],
    ])
    expect([order.goodsFen, order.discountFen, order.shippingFen, order.payableFen]).toEqual([
      3500, 100, 800, 4200,
    ])
  })

  it('spreads a discount on one product over that product only', () => {
    const lines = two().lines
    const discounts = [{ amountFen: fen(500), productIds: ['P91'] }]
    const shipping = { feeFen: fen(800), freeFromFen: fen(3500) }
    const priced = priceOrder({ lines, shipping, discounts })
    expect(priced.lines.map((line) => line.baseFen)).toEqual([3000, 0])
    expect(priced.shippingFen).toBe(0)
  })

  it('takes the member price off each unit, floored to the fen, then spreads a discount over the rest', () => {
    const { lines } = orderOf([
      { unitPriceFen: 999, quantity: 3 },
      { unitPriceFen: 500, quantity: 1 },
    ])
    const shipping = { feeFen: fen(0), freeFromFen: null }
    // 5 % of 9.99 is 0.4995: 0.49 off, so 9.50 a unit; 5 % of 5.00 is 0.25.
    const member = priceOrder({ lines, shipping, memberOffBps: bps(500) })
    expect(member.lines.map((line) => [line.unitPriceFen, line.discountFen, line.baseFen])).toEqual(
      [
        [999, 147, 2850],
        [500, 25, 475],
      ],
    )
    expect([member.memberOffFen, member.discountFen, member.payableFen]).toEqual([172, 172, 3325])
    const discounts = [{ amountFen: fen(325), productIds: null }]
    const both = priceOrder({ lines, shipping, memberOffBps: bps(500), discounts })
    expect([both.memberOffFen, both.discountFen, both.payableFen]).toEqual([172, 497, 3000])
    expect(priceOrder({ lines, shipping }).memberOffFen).toBe(0)
  })

  it('refuses to give more discount than there is to pay', () => {
    expect(() => orderOf([{ unitPriceFen: 1, quantity: 1 }], {}, 2)).toThrow(Bug)
  })
})

describe('a refund of k of n units', () => {
  it('of a line of ¥10.00 for 3 units: 333, 333 and 334, whatever the order', () => {
    const line = lineOf({ quantity: 3, baseFen: 1000 })
    expect(refundOfLine(line, 1)).toBe(333)
    expect(refundOfLine({ ...line, refundedQuantity: 2, refundedFen: fen(666) }, 1)).toBe(334)
    expect(refundOfLine(line, 3)).toBe(1000)
  })

  it('adds up to the base however the units are split', () => {
    const lines = record({
      baseFen: integer({ min: 0, max: 10_000_000 }),
      quantity: integer({ min: 1, max: 99 }),
    })
    assert(
      property(lines, array(integer({ min: 1, max: 9 })), (wanted, parts) => {
        let line = lineOf(wanted)
        for (const part of [...parts, 99]) {
          const units = Math.min(part, line.quantity - line.refundedQuantity)
          if (units === 0) continue
          const back = refundOfLine(line, units)
          expect(back).toBeGreaterThanOrEqual(0)
          const refundedFen = fen(line.refundedFen + back)
          line = { ...line, refundedQuantity: line.refundedQuantity + units, refundedFen }
        }
        expect(line.refundedFen).toBe(line.baseFen)
      }),
    )
  })

  it('brings the shipping fee back only with the last unit of an order never shipped', () => {
    const one = [{ line: 2, quantity: 1 }]
    const all = [{ line: 1, quantity: 3 }, ...one]
    expect(quoteRefund(two(), one).shippingFen).toBe(0)
    expect(quoteRefund(two(), all)).toMatchObject({
      goodsFen: 3400,
      shippingFen: 800,
      totalFen: 4200,
    })
    expect(quoteRefund(ship(two()), all).shippingFen).toBe(0)
  })

  it('closes the order when everything is back, in any order of lines', () => {
    assert(
      property(shuffledSubarray([1, 1, 1, 2], { minLength: 4 }), (units) => {
        let order = two({ openAfterSales: 4 })
        order = {
          ...order,
          lines: order.lines.map((line) => ({ ...line, inAfterSaleQuantity: line.quantity })),
        }
        for (const line of units) {
          const { lines, shippingFen } = quoteRefund(order, [{ line, quantity: 1 }])
          order = applyRefund({ order, lines, shippingFen, at: NOON, autoReceiptDays: 10 })
        }
        expect([order.status, order.closeReason, order.refundedFen]).toEqual([
          'closed',
          'refunded',
          4200,
        ])
        expect([order.openAfterSales, order.lines[0]?.inAfterSaleQuantity]).toEqual([0, 0])
      }),
    )
  })
})

describe('shipping', () => {
  it('whole: shipped, and received by itself after ten days', () => {
    const order = ship(two())
    expect([order.status, order.autoReceiveAt]).toEqual(['shipped', NOON + 10 * DAY_MS])
    expect(order.parcels[0]?.lines).toEqual([
      { line: 1, quantity: 3 },
      { line: 2, quantity: 1 },
    ])
  })

  it('in parcels: partly shipped until the last unit is sent', () => {
    const first = ship(two(), [{ line: 1, quantity: 2 }])
    expect([first.status, first.autoReceiveAt]).toEqual(['partly-shipped', null])
    expect(leftToShip(first)).toEqual([
      { line: 1, quantity: 1 },
      { line: 2, quantity: 1 },
    ])
    expect(ship(first).status).toBe('shipped')
  })

  it('leaves out what is refunded or in an after-sale, and is done once the rest is refunded', () => {
    const held = holdForAfterSale(two(), [{ line: 2, quantity: 1 }])
    const sent = ship(held)
    expect([sent.status, leftToShip(sent)]).toEqual(['partly-shipped', []])
    const { lines, shippingFen } = quoteRefund(sent, [{ line: 2, quantity: 1 }])
    const after = applyRefund({ order: sent, lines, shippingFen, at: NOON, autoReceiptDays: 10 })
    expect([after.status, after.autoReceiveAt]).toEqual(['shipped', NOON + 10 * DAY_MS])
  })

  it.each([
    ['an unpaid order', two({ status: 'created' }), undefined, 'ORDER_MOVED_ON'],
    ['an order shipped already', ship(two()), undefined, 'ORDER_MOVED_ON'],
    ['four of three units', two(), [{ line: 1, quantity: 4 }], 'PARCEL_INVALID'],
    ['an unknown line', two(), [{ line: 9, quantity: 1 }], 'PARCEL_INVALID'],
    [
      'a line twice',
      two(),
      [
        { line: 1, quantity: 1 },
        { line: 1, quantity: 1 },
      ],
      'PARCEL_INVALID',
    ],
    ['an empty parcel', two(), [], 'PARCEL_INVALID'],
  ])('refuses %s', (_label, order, lines, code) => {
    expect(refusalOf(() => ship(order, lines)).code).toBe(code)
  })
})

describe('an after-sale may be asked for', () => {
  const received = (days: number) => two({ status: 'received', receivedAt: NOON - days * DAY_MS })
  const one = [{ line: 1, quantity: 1 }]
  const ask = (
    order: Order,
    lines = one,
    kind: 'refund-only' | 'return-and-refund' = 'refund-only',
  ) => {
    const verdict = judgeAfterSale({ order, kind, lines, now: NOON, afterSaleDays: 7 })
    return verdict.isAllowed ? 'allowed' : verdict.refusal.code
  }
  it.each([
    ['before payment', two({ status: 'created' }), one, 'refund-only', 'AFTER_SALE_NOT_OPEN'],
    ['as soon as it is paid', two(), one, 'refund-only', 'allowed'],
    [
      'with return before anything was sent',
      two(),
      one,
      'return-and-refund',
      'AFTER_SALE_NOT_OPEN',
    ],
    ['with return once it is sent', ship(two()), one, 'return-and-refund', 'allowed'],
    ['six days after receipt', received(6), one, 'refund-only', 'allowed'],
    ['seven days after receipt', received(7), one, 'refund-only', 'AFTER_SALE_TOO_LATE'],
    [
      'for more units than bought',
      two(),
      [{ line: 2, quantity: 2 }],
      'refund-only',
      'AFTER_SALE_QUANTITY',
    ],
    [
      'for units in another after-sale',
      holdForAfterSale(two(), [{ line: 1, quantity: 3 }]),
      one,
      'refund-only',
      'AFTER_SALE_QUANTITY',
    ],
    ['for no line', two(), [], 'refund-only', 'INPUT_INVALID'],
    [
      'for a line that isn’t there',
      two(),
      [{ line: 9, quantity: 1 }],
      'refund-only',
      'INPUT_INVALID',
    ],
  ] as const)('%s', (_label, order, lines, kind, answer) => {
    expect(ask(order, [...lines], kind)).toBe(answer)
  })

  it('holds its units until it ends', () => {
    const held = holdForAfterSale(two(), [{ line: 1, quantity: 2 }])
    expect(afterSaleLines(held)).toEqual([
      { line: 1, available: 1 },
      { line: 2, available: 1 },
    ])
    expect(releaseFromAfterSale(held, [{ line: 1, quantity: 2 }])).toEqual(two())
    expect(() => releaseFromAfterSale(two(), [{ line: 1, quantity: 1 }])).toThrow(Bug)
  })

  it('cannot be taken back once the refund has started', () => {
    expect(canMoveAfterSale('applied', 'withdrawn')).toBe(true)
    expect(canMoveAfterSale('refunding', 'withdrawn')).toBe(false)
  })
})

describe('the life of an order', () => {
  it('has no way back, and none out of closed', () => {
    for (const status of ORDER_STATUSES) {
      expect(canMoveOrder(status, 'created')).toBe(false)
      expect(canMoveOrder('closed', status)).toBe(false)
    }
  })

  it('is paid once, received once, and closes unpaid only', () => {
    const created = two({ status: 'created', paidAt: null, accrual: 'none' })
    const payment = { at: NOON, transactionId: 't' }
    const paid = payOrder(created, payment)
    expect([paid.status, paid.accrual]).toEqual(['paid', 'due'])
    expect(payOrder({ ...created, attribution: null }, payment).accrual).toBe('done')
    expect(() => payOrder(paid, payment)).toThrow(Bug)
    expect(() => closeOrder(paid, 'unpaid', NOON)).toThrow(Bug)
    expect(closeOrder(created, 'unpaid', NOON).closeReason).toBe('unpaid')
    expect(receipt(NOON)).toEqual({ status: 'received', receivedAt: NOON, dues: 'todo' })
  })

  it.each([
    ['an unpaid order', two({ status: 'created' }), ['pay', 'cancel'], []],
    [
      'an unpaid order whose time is up',
      two({ status: 'created', expireAt: NOON - 1 }),
      ['cancel'],
      [],
    ],
    ['a paid order', two(), ['apply-after-sale'], ['ship']],
    ['a shipped order', ship(two()), ['confirm-receipt', 'apply-after-sale'], []],
    ['a closed order', two({ status: 'closed' }), [], []],
  ])('%s shows the right buttons', (_label, order, buyer, owner) => {
    expect(buyerActions(order, NOON, 7)).toEqual(buyer)
    expect(ownerActions(order)).toEqual(owner)
  })

  it.each([
    ['the freeze is longer', 15, 7, 15],
    ['the after-sale window is longer', 3, 7, 7],
  ])('commissions settle after receipt: %s', (_label, freeze, afterSale, days) => {
    expect(settleAtOf(NOON, freeze, afterSale)).toBe(NOON + days * DAY_MS)
  })
})
