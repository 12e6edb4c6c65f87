// 试算对比: real orders replayed under another plan, and what holds whatever the orders were.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Commission, PlanRules } from '@contract/model/distribution'
import type { AfterSale, Order } from '@contract/model/order'
import type { Standing } from '@contract/model/people'
import { fen } from '@contract/money'
import { DAY_MS } from '@contract/time'
import { compilePlan } from '../../cloudfunctions/domain/commission/compile-plan'
import { findBeneficiaries } from '../../cloudfunctions/domain/commission/find-beneficiaries'
import { makeCommissions } from '../../cloudfunctions/domain/commission/make-commissions'
import { reverseCommissions } from '../../cloudfunctions/domain/commission/reverse-commissions'
import { sameRules } from '../../cloudfunctions/domain/commission/same-rules'
import { applyRefund, basesLeft } from '../../cloudfunctions/domain/order/apply-refund'
import { quoteRefund } from '../../cloudfunctions/domain/order/refund-line'
import {
  compareOrders,
  EMPTY_COMPARISON,
} from '../../cloudfunctions/domain/simulation/compare-plans'
import { judgeMargins } from '../../cloudfunctions/domain/simulation/judge-margins'
import { replayOrder } from '../../cloudfunctions/domain/simulation/replay-order'
import { candidate, NOON, orderOf, planOf } from './support/builders'

const was = (tier: Standing['tier'], status: Standing['status'] = 'active', at = 0): Standing => {
  return { at, tier, status }
}
type People = ReadonlyMap<string, { readonly standings: readonly Standing[] }>
const people = (mei: readonly Standing[], lan: readonly Standing[]): People =>
  new Map([
    ['dst_mei', { standings: mei }],
    ['dst_lan', { standings: lan }],
  ])
const SILVER_AND_GOLD = people([was('silver')], [was('gold')])

/** What the shop really did with an order: commissions at payment, then refunds one after the other. */
function live(
  order: Order,
  rules: PlanRules,
  mei: Standing | undefined,
  lan: Standing | undefined,
  returns: readonly (readonly [line: number, units: number])[] = [],
) {
  const beneficiaries = findBeneficiaries({
    buyerId: 'dst_buyer',
    sharer: mei ? candidate('dst_mei', mei.tier, mei.status) : null,
    inviter: lan ? candidate('dst_lan', lan.tier, lan.status) : null,
    selfPurchase: rules.selfPurchase,
  })
  let now = order
  let commissions: Commission[] = makeCommissions({ order, rules, beneficiaries, at: NOON })
  const afterSales: AfterSale[] = []
  for (const [index, [at, wish]] of returns.entries()) {
    const row = now.lines[at]
    const quantity = Math.min(wish, row ? row.quantity - row.refundedQuantity : 0)
    if (!row || quantity === 0) continue
    const { lines } = quoteRefund(now, [{ line: row.line, quantity }])
    const terms = { at: NOON, autoReceiptDays: 10, closesAfterSale: false }
    now = applyRefund({ order: now, lines, shippingFen: fen(0), ...terms })
    const refund = { refundId: `r${index}`, lines: basesLeft(now, lines) }
    const reversals = reverseCommissions({ ...refund, commissions })
    commissions = commissions.map(
      (before) =>
        reversals.find(({ commission }) => commission._id === before._id)?.commission ?? before,
    )
    const told = { status: 'refunded', refundedAt: NOON + index, lines }
    afterSales.unshift(told as unknown as AfterSale)
  }
  return { order: now, commissions, afterSales }
}

function replay(happened: ReturnType<typeof live>, known: People, rules: PlanRules) {
  const { order, commissions, afterSales } = happened
  const replayed = replayOrder(order, afterSales, known)
  return compareOrders(EMPTY_COMPARISON, compilePlan(rules), [{ order: replayed, commissions }])
}

const PLAIN = planOf({ overrides: [], tierBonusBps: { silver: [100, 0], gold: [200, 50] } })

describe('an order of ¥200 (mei silver, lan gold) under 10 % + 3 %, replayed', () => {
  const happened = live(
    orderOf([{ unitPriceFen: 10_000, quantity: 2, skuId: 'S1', productId: 'P1' }]),
    PLAIN,
    was('silver'),
    was('gold'),
  )

  it('under the same plan: nothing changes for anybody', () => {
    expect(replay(happened, SILVER_AND_GOLD, PLAIN)).toMatchObject({
      orders: 1,
      lines: 1,
      baseFen: 20_000,
      draftFen: 2900,
      realFen: 2900,
      byMember: [
        { key: 'dst_lan', draftFen: 700, realFen: 700 },
        { key: 'dst_mei', draftFen: 2200, realFen: 2200 },
      ],
      realVersions: ['2026-11-A'],
    })
  })

  it('under 12 % and no level 2: mei gains, lan loses', () => {
    const rules = planOf({ overrides: [], tierBonusBps: {}, rateBps: [1200] })
    const compared = replay(happened, SILVER_AND_GOLD, rules)
    expect(compared).toMatchObject({ draftFen: 2400, realFen: 2900, cappedLines: 0, cutFen: 0 })
    expect(compared.byMember).toEqual([
      { key: 'dst_lan', draftFen: 0, realFen: 700 },
      { key: 'dst_mei', draftFen: 2400, realFen: 2200 },
    ])
    expect(compared.byLevel.map(({ key, draftFen }) => [key, draftFen])).toEqual([
      ['1', 2400],
      ['2', 0],
    ])
  })

  it('under a rule of its own: the rules stand side by side', () => {
    const overrides = [{ scope: 'sku', id: 'S1', rateBps: [500, 100] }]
    const { byRule } = replay(happened, SILVER_AND_GOLD, planOf({ overrides, tierBonusBps: {} }))
    expect(byRule).toEqual([
      { key: 'plan', draftFen: 0, realFen: 2900 },
      { key: 'sku:S1', draftFen: 1200, realFen: 0 },
    ])
  })

  it('under a cap that bites: says on how many lines and what it took', () => {
    const rules = planOf({ overrides: [], rateBps: [2000, 800], capBps: 2000 })
    // 21 % and 8.5 % would be 42.00 and 17.00; the cap is 40.00.
    expect(replay(happened, SILVER_AND_GOLD, rules)).toMatchObject({
      draftFen: 4000,
      cappedLines: 1,
      cutFen: 1900,
    })
  })

  it('goes by what people were when it was paid, not by what they are', () => {
    const promoted = [was('silver'), was('jade', 'frozen', NOON + DAY_MS)]
    expect(replay(happened, people(promoted, [was('gold')]), PLAIN)).toMatchObject({
      draftFen: 2900,
    })
    const frozenThen = [was('silver', 'frozen'), was('silver', 'active', NOON + DAY_MS)]
    expect(replay(happened, people(frozenThen, [was('gold')]), PLAIN).byMember).toEqual([
      { key: 'dst_lan', draftFen: 700, realFen: 700 },
      { key: 'dst_mei', draftFen: 0, realFen: 2200 },
    ])
  })

  it('refunds count in the order in which they succeeded, however they are read', () => {
    const rules = planOf({ overrides: [], tierBonusBps: {}, rateBps: [2000, 1700] })
    const order = orderOf([{ unitPriceFen: 37, quantity: 1 }])
    const shrunk = { ...order, lines: [{ ...order.lines[0]!, refundedFen: fen(3) }] }
    const back = (refundedAt: number, refundFen: number) =>
      ({ status: 'refunded', refundedAt, lines: [{ line: 1, refundFen }] }) as unknown as AfterSale
    const draftOf = (...afterSales: AfterSale[]) =>
      replay({ order: shrunk, commissions: [], afterSales }, SILVER_AND_GOLD, rules).draftFen
    // 37: 6 and 5. 1 fen, then 2: 36 pays 5 and 5, 34 pays 5 and 5. 2, then 1: 35 pays 6 and 4.
    expect(draftOf(back(2, 2), back(1, 1))).toBe(10)
    expect(draftOf(back(1, 2), back(2, 1))).toBe(9)
  })

  it('a refund without a record of its own still shrinks the base', () => {
    const order = { ...happened.order, lines: happened.order.lines.map((line) => ({ ...line })) }
    order.lines[0] = { ...order.lines[0]!, refundedFen: fen(10_000), refundedQuantity: 1 }
    expect(replay({ ...happened, order }, SILVER_AND_GOLD, PLAIN)).toMatchObject({
      refundedFen: 10_000,
      draftFen: 1450,
    })
  })

  it('an order that nobody shared costs nothing and is counted', () => {
    const alone = live(orderOf([{ unitPriceFen: 100, quantity: 1 }]), PLAIN, undefined, undefined)
    const order = { ...alone.order, attribution: null, planId: null }
    expect(replay({ ...alone, order }, new Map(), PLAIN)).toMatchObject({
      orders: 1,
      baseFen: 100,
      draftFen: 0,
      byMember: [],
    })
  })
})

describe('any orders, any refunds', () => {
  const bps = (most: number) => fc.integer({ min: 0, max: most })
  /** Half of them so tight that the cap bites and a refund may shift a fen between levels. */
  const tight = fc.record({
    rateBps: fc.constantFrom([2000, 1700], [1800, 1500], [2500, 1000]),
    capBps: fc.constantFrom(1500, 2000, 3000),
    tierBonusBps: fc.constant({}),
  })
  const loose = fc.record({
    rateBps: fc.oneof(fc.tuple(bps(3000)), fc.tuple(bps(3000), bps(3000))),
    capBps: bps(3000),
    tierBonusBps: fc.record({ silver: fc.tuple(bps(500), bps(500)), gold: fc.tuple(bps(500)) }),
  })
  const plans = fc.oneof(tight, loose).map((changes) => planOf({ ...changes, overrides: [] }))
  const standing = fc.record({
    tier: fc.constantFrom('sprout', 'silver', 'gold'),
    status: fc.constantFrom('active', 'active', 'frozen'),
  })
  const deals = fc.array(
    fc.record({
      goods: fc.array(
        fc.record({
          unitPriceFen: fc.oneof(
            fc.integer({ min: 1, max: 3_000 }),
            fc.integer({ min: 1, max: 20 }),
          ),
          quantity: fc.integer({ min: 1, max: 5 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      mei: standing,
      lan: standing,
      returns: fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 2 })), { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  type Deals = typeof deals extends fc.Arbitrary<infer Value> ? Value : never

  const happen = (rules: PlanRules, all: Deals) =>
    all.map(({ goods, mei, lan, returns }) => {
      const [a, b] = [was(mei.tier, mei.status), was(lan.tier, lan.status)]
      const { order, commissions, afterSales } = live(orderOf(goods), rules, a, b, returns)
      return { order: replayOrder(order, afterSales, people([a], [b])), commissions }
    })

  it('replayed under the plan that paid them, nobody gains or loses a fen', () => {
    fc.assert(
      fc.property(plans, deals, (rules, all) => {
        const compared = compareOrders(EMPTY_COMPARISON, compilePlan(rules), happen(rules, all))
        expect(compared.draftFen).toBe(compared.realFen)
        for (const rows of [
          compared.byLevel,
          compared.byTier,
          compared.byRule,
          compared.byMember,
          compared.bySku,
        ]) {
          for (const row of rows) expect(row.draftFen).toBe(row.realFen)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('page by page or all at once: the same sums, and every group adds up to the whole', () => {
    fc.assert(
      fc.property(plans, plans, deals, fc.nat(5), (rules, other, all, cut) => {
        const plan = compilePlan(other)
        const orders = happen(rules, all)
        const whole = compareOrders(EMPTY_COMPARISON, plan, orders)
        const half = compareOrders(EMPTY_COMPARISON, plan, orders.slice(0, cut))
        // What is stored in between comes back as plain data.
        const stored = JSON.parse(JSON.stringify(half)) as typeof half
        expect(compareOrders(stored, plan, orders.slice(cut))).toEqual(whole)
        for (const rows of [
          whole.byLevel,
          whole.byTier,
          whole.byRule,
          whole.byMember,
          whole.bySku,
        ]) {
          expect(rows.reduce((sum, row) => sum + row.draftFen, 0)).toBe(whole.draftFen)
          expect(rows.reduce((sum, row) => sum + row.realFen, 0)).toBe(whole.realFen)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('margins', () => {
  const sku = (skuId: string, productId: string, units: number, kept: number, draft: number) => ({
    ...{ skuId, productId, keptUnits: units, keptFen: fen(kept) },
    ...{ draftFen: fen(draft), realFen: fen(0) },
  })
  it.each([
    [
      'what is kept less cost and commissions',
      [sku('a', 'P', 2, 10_000, 1500)],
      { a: 3000 },
      [2500, 4000],
    ],
    [
      'over all SKUs of a product',
      [sku('a', 'P', 1, 5000, 500), sku('b', 'P', 1, 5000, 500)],
      { a: 3000, b: 3000 },
      [3000, 4000],
    ],
    [
      'below 0 where it costs more than it brings',
      [sku('a', 'P', 1, 1000, 300)],
      { a: 900 },
      [-2000, 1000],
    ],
    ['rounded down, also below 0', [sku('a', 'P', 1, 3, 1)], { a: 3 }, [-3334, 0]],
  ])('%s', (_label, rows, costs, [draftBps, realBps]) => {
    const known = new Map(Object.entries(costs).map(([id, cost]) => [id, fen(cost)]))
    expect(judgeMargins(rows, known)).toEqual([{ productId: 'P', draftBps, realBps }])
  })

  it.each([
    ['a cost is not known', [sku('a', 'P', 1, 1000, 0), sku('b', 'P', 1, 1000, 0)]],
    ['everything was given back', [sku('a', 'P', 0, 0, 0)]],
  ])('none where %s', (_label, rows) => {
    expect(judgeMargins(rows, new Map([['a', fen(1)]]))).toEqual([])
  })
})

it('two plans say the same in whatever order their fields stand, but not in another order of rules', () => {
  const { version, ...rest } = planOf()
  expect(sameRules(planOf(), { ...rest, version })).toBe(true)
  expect(sameRules(planOf(), planOf({ capBps: 2999 }))).toBe(false)
  const overrides = [...planOf().overrides].reverse()
  expect(sameRules(planOf(), { ...planOf(), overrides })).toBe(false)
})
