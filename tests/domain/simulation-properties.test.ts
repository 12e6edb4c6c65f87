// 试算: on any plan, members, orders and refunds it says what a second, plain implementation says.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulateNaively } from './support/naive-simulation'
import { simulate } from './support/simulated-files'

const bps = (most: number) => fc.integer({ min: 0, max: most })
const rates = fc.oneof(
  fc.tuple(bps(2500)),
  fc.tuple(bps(2500), bps(2500)),
  fc.tuple(fc.constantFrom(0, 1000), fc.constantFrom(0, 300)),
)
const day = fc.integer({ min: 1, max: 20 })
const moment = (on: number, zone: string) =>
  `2026-11-${String(on).padStart(2, '0')}T00:00:00${zone}`
const zone = fc.constantFrom('+08:00', 'Z', '-05:30')

const campaign = fc
  .record({
    id: fc.constantFrom('K1', 'K2', 'K3', '\u{1F375}', '\uFF21'),
    productIds: fc.subarray(['P1', 'P2', 'P3'], { minLength: 1 }),
    on: day,
    days: fc.integer({ min: 2, max: 9 }),
    zone,
    rateBps: rates,
  })
  .map(({ on, days, zone: offset, ...rest }) => ({
    scope: 'campaign',
    ...rest,
    from: moment(on, offset),
    to: moment(on + days, offset),
  }))
const target = (scope: string, ids: readonly string[]) =>
  fc.record({ scope: fc.constant(scope), id: fc.constantFrom(...ids), rateBps: rates })
const override = fc.oneof(
  campaign,
  target('sku', ['S1', 'S2']),
  target('product', ['P1', 'P2']),
  target('category', ['C1']),
)
const plans = fc.record({
  version: fc.constant('v'),
  profile: fc.constant('china'),
  rateBps: rates,
  tierBonusBps: fc.record({ silver: rates, gold: rates }),
  overrides: fc.uniqueArray(override, {
    maxLength: 8,
    selector: ({ scope, id }) => `${scope}:${id}`,
  }),
  capBps: fc.oneof(bps(3000), fc.constantFrom(0, 1, 3000)),
  selfPurchase: fc.constantFrom('none', 'self'),
  freezeDays: fc.constant(7),
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
/** Everyone is invited by somebody before them, or by nobody. */
const members = fc
  .tuple(
    ...ids.map((id, index) =>
      fc.record({
        member_id: fc.constant(id),
        inviter_id: fc.constantFrom('', ...ids.slice(0, index)),
        tier: fc.constantFrom('', 'silver', 'gold', 'unheard-of'),
        status: fc.constantFrom('active', 'active', 'active', 'frozen', 'exited'),
      }),
    ),
  )
  .map((rows) => rows.reverse())

const price = fc.oneof(
  fc.integer({ min: 0, max: 50_000 }),
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 999_999_000_000, max: 1_000_000_000_000 }),
)
const lines = fc.uniqueArray(
  fc.record({
    line: fc.constantFrom('1', '2', '3', '10', '99999999999999999999'),
    sku: fc.constantFrom('S1', 'S2', 'S3'),
    product: fc.constantFrom('P1', 'P2', 'P3'),
    category: fc.constantFrom('C1', 'C2'),
    qty: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(1_000_000)),
    price,
    refunds: fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4, selector: ({ line }) => line },
)
const order = fc.record({
  on: day,
  zone,
  buyer: fc.constantFrom('a', 'b', 'c', 'stranger'),
  sharer: fc.constantFrom('', ...ids),
  discount: fc.integer({ min: 0, max: 10_000 }),
  lines,
})
type Order = typeof order extends fc.Arbitrary<infer Value> ? Value : never
type Line = Order['lines'][number]

/** Discounts and refunds come as parts of ten thousand, so that they are never too large. */
function rowsOf(orders: readonly Order[]) {
  const refunds: Record<string, string>[] = []
  const rows = orders.flatMap((one, index) => {
    const goods = one.lines.map((line) => BigInt(line.qty) * BigInt(line.price))
    const total = goods.reduce((sum, part) => sum + part, 0n)
    const discount = min((total * BigInt(one.discount)) / 10_000n, 1_000_000_000_000n)
    return one.lines.map((line, at) => {
      let left = goods[at]! - min(discount, goods[at]!)
      for (const part of line.refunds) {
        const amount = min((left * BigInt(part)) / 10_000n, 1_000_000_000_000n)
        if (amount === 0n) continue
        left -= amount
        const refund = { order_id: `O${index}`, line: line.line, amount_fen: String(amount) }
        refunds.push(refund)
      }
      return {
        order_id: `O${index}`,
        paid_at: moment(one.on, one.zone),
        buyer: one.buyer,
        sharer: one.sharer,
        line: line.line,
        sku: line.sku,
        product: line.product,
        category: line.category,
        qty: String(line.qty),
        unit_price_fen: String(line.price),
        order_discount_fen: String(discount),
        shipping_fen: '800',
      }
    })
  })
  return { rows, refunds }
}
const min = (a: bigint, b: bigint) => (a < b ? a : b)

function csv(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]) {
  const line = (cells: readonly string[]) => `${cells.join(',')}\n`
  return line(columns) + rows.map((row) => line(columns.map((one) => row[one] ?? ''))).join('')
}

const MEMBER = ['member_id', 'inviter_id', 'tier', 'status']
const REFUND = ['order_id', 'line', 'amount_fen']
const ORDER = [
  'order_id',
  'paid_at',
  'buyer',
  'sharer',
  'line',
  'sku',
  'product',
  'category',
  'qty',
  'unit_price_fen',
  'order_discount_fen',
  'shipping_fen',
]

type Plan = typeof plans extends fc.Arbitrary<infer Value> ? Value : never
type People = typeof members extends fc.Arbitrary<infer Value> ? Value : never

function expectAgreement(plan: Plan, people: People, orders: readonly Order[], turn = 0) {
  const made = rowsOf(orders)
  // An order's lines need not be adjacent.
  const rows = [...made.rows.slice(turn), ...made.rows.slice(0, turn)]
  const files = { members: people, orders: rows, refunds: made.refunds }
  const naive = simulateNaively(plan, files)
  const { rows: paid, summary } = simulate({
    plan: JSON.stringify(plan),
    members: csv(MEMBER, people),
    orders: csv(ORDER, rows),
    refunds: csv(REFUND, made.refunds),
  })
  expect(paid).toEqual(naive.rows)
  expect(summary).toEqual(naive.summary)
}

describe('the simulator and a plain second implementation agree on every row and sum', () => {
  it('whatever the plan, the members, the orders and the refunds', () => {
    const orders = fc.array(order, { maxLength: 4 })
    fc.assert(fc.property(plans, members, orders, fc.nat(6), expectAgreement), { numRuns: 250 })
  })

  it('where the cap bites on a few fen and refunds come one by one', () => {
    const tight = fc.record({
      rateBps: fc.tuple(fc.constantFrom(1800, 2000, 3000), fc.constantFrom(1000, 1500, 1700)),
      capBps: fc.constantFrom(1500, 2000, 3000),
    })
    const few = fc.record({
      priceFen: fc.integer({ min: 1, max: 120 }),
      refunds: fc.array(fc.integer({ min: 100, max: 2500 }), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(tight, fc.array(few, { minLength: 8, maxLength: 12 }), (rule, wanted) => {
        const plan = { ...QUIET_PLAN, ...rule }
        const orders = wanted.map(({ priceFen, refunds }) => ({
          ...QUIET_ORDER,
          lines: [{ ...QUIET_LINE, price: priceFen, refunds }],
        }))
        expectAgreement(plan as unknown as Plan, [...PAIR] as unknown as People, orders)
      }),
      { numRuns: 120 },
    )
  })

  it('where campaigns begin together and only their ids, by code point, decide', () => {
    const names = ['K', 'k', 'KA', '\uFF21', '\u{1F375}', '\uE000']
    const sequence = fc.shuffledSubarray(names, { minLength: 2 })
    fc.assert(
      fc.property(sequence, (chosen) => {
        const overrides = chosen.map((id, index) => ({
          scope: 'campaign',
          id,
          productIds: ['P1'],
          from: moment(1, 'Z'),
          to: moment(19, 'Z'),
          rateBps: [100 + index],
        }))
        const plan = { ...QUIET_PLAN, overrides } as unknown as Plan
        expectAgreement(plan, [...PAIR] as unknown as People, [QUIET_ORDER])
      }),
    )
  })
})

const QUIET_PLAN = {
  version: 'v',
  profile: 'china',
  rateBps: [1000, 300],
  tierBonusBps: {},
  overrides: [],
  capBps: 3000,
  selfPurchase: 'none',
  freezeDays: 7,
}
const PAIR = [
  { member_id: 'a', inviter_id: '', tier: '', status: 'active' },
  { member_id: 'b', inviter_id: 'a', tier: '', status: 'active' },
]
const QUIET_LINE: Line = {
  line: '1',
  sku: 'S1',
  product: 'P1',
  category: 'C1',
  qty: 1,
  price: 10_000,
  refunds: [],
}
const QUIET_ORDER: Order = {
  on: 5,
  zone: 'Z',
  buyer: 'stranger',
  sharer: 'b',
  discount: 0,
  lines: [QUIET_LINE],
}
