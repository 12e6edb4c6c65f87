// What holds for every plan, every order and every sequence of refunds.
import {
  array,
  assert,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  option,
  property,
  record,
  subarray,
  tuple,
  type Arbitrary,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, fen, rateOf } from '@contract/money'
import { computeLine } from '../../cloudfunctions/domain/commission/compute-line'
import { compilePlan } from '../../cloudfunctions/domain/commission/compile-plan'
import { findBeneficiaries } from '../../cloudfunctions/domain/commission/find-beneficiaries'
import { makeCommissions } from '../../cloudfunctions/domain/commission/make-commissions'
import { previewEarning } from '../../cloudfunctions/domain/commission/preview-earning'
import { recomputeFromSteps } from '../../cloudfunctions/domain/commission/recompute-from-steps'
import { reverseCommissions } from '../../cloudfunctions/domain/commission/reverse-commissions'
import { applyRefund, basesLeft } from '../../cloudfunctions/domain/order/apply-refund'
import { quoteRefund } from '../../cloudfunctions/domain/order/refund-line'
import { simulateOrder } from '../../cloudfunctions/domain/simulation/simulate-order'
import type { Commission, PlanRules } from '@contract/model/distribution'
import { candidate, lineOf, NOON, orderOf, planOf } from './support/builders'

const bps = (most: number) => integer({ min: 0, max: most })
const rates = oneof(tuple(bps(4000)), tuple(bps(4000), bps(4000)), tuple(constant(0), bps(500)))
/** Rules for the goods below (S90 and P90 … of category C9), a campaign among them that is on. */
const overrides = record({
  campaign: rates,
  sku: rates,
  product: rates,
  category: rates,
  kept: subarray(['campaign', 'sku', 'product', 'category'] as const),
}).map(({ kept, ...rateOfScope }) =>
  kept.map((scope) => {
    const rule = { scope, id: TARGETS[scope], rateBps: rateOfScope[scope] }
    const window = { from: '2026-11-01T00:00:00+08:00', to: '2026-11-30T00:00:00+08:00' }
    return scope === 'campaign' ? { ...rule, ...window, productIds: ['P91', 'P92'] } : rule
  }),
)
const TARGETS = { campaign: 'K1', sku: 'S91', product: 'P90', category: 'C9' } as const
const plans = record({
  rateBps: rates,
  capBps: bps(3000),
  tierBonusBps: record({ silver: tuple(bps(500), bps(500)), gold: tuple(bps(500)) }),
  overrides: oneof(constant([]), overrides),
}).map((changes) => planOf(changes))
const tiers = option(constantFrom('', 'silver', 'gold'))
const goods = array(
  record({
    unitPriceFen: integer({ min: 0, max: 100_000 }),
    quantity: integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 4 },
)
/** Some goods, and a discount on the whole of them in parts of ten thousand. */
const sales = record({ goods, discount: oneof(constant(0), nat(10_000)) })
type Sale = typeof sales extends Arbitrary<infer Value> ? Value : never
function discountOf({ goods: rows, discount }: Sale): number {
  const total = rows.reduce((sum, row) => sum + row.unitPriceFen * row.quantity, 0)
  return Number((BigInt(total) * BigInt(discount)) / 10_000n)
}
const returns = array(tuple(integer({ min: 0, max: 3 }), integer({ min: 1, max: 3 })), {
  maxLength: 12,
})

describe('money that is divided', () => {
  it('adds up to the whole, never negative, never a fen off its exact share', () => {
    const weights = array(integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 20 })
    assert(
      property(weights, integer({ min: 0, max: 1_000_000_000 }), (parts, total) => {
        const whole = parts.reduce((sum, part) => sum + part, 0)
        if (whole === 0) return
        const split = allocate(total, parts)
        expect(split.reduce((sum, part) => sum + part, 0)).toBe(total)
        split.forEach((part, index) => {
          const floor = Number((BigInt(total) * BigInt(parts[index]!)) / BigInt(whole))
          expect(part === floor || part === floor + 1).toBe(true)
        })
      }),
    )
  })
})

describe('commissions of any line', () => {
  it('never exceed the cap together, nor what each rate pays', () => {
    const bases = integer({ min: 0, max: 1_000_000_000_000 })
    assert(
      property(plans, bases, tiers, tiers, (rules, baseFen, tier1, tier2) => {
        const row = computeLine(compilePlan(rules), lineOf({ baseFen }), NOON, tier1, tier2)
        expect(row.amount1Fen + row.amount2Fen).toBeLessThanOrEqual(rateOf(baseFen, rules.capBps))
        expect(row.amount1Fen).toBeLessThanOrEqual(row.wanted1Fen)
        expect(row.amount2Fen).toBeLessThanOrEqual(row.wanted2Fen)
        expect(Math.min(row.amount1Fen, row.amount2Fen)).toBeGreaterThanOrEqual(0)
        if (row.isCapped) expect(row.amount1Fen + row.amount2Fen).toBe(row.capFen)
        const halves = allocate(row.capFen, [row.wanted1Fen || 1, row.wanted2Fen])
        if (row.isCapped && row.wanted1Fen > 0) expect(row.amount1Fen).toBe(halves[0])
      }),
    )
  })
})

/** Refunds one after the other; what each left of every line, by the naive reading of formats.md step 5. */
function refundAll(
  order: ReturnType<typeof orderOf>,
  commissions: Commission[],
  asked: [number, number][],
) {
  let current = order
  let stored = commissions
  for (const [index, [line, wish]] of asked.entries()) {
    const row = current.lines[line]
    const quantity = Math.min(wish, row === undefined ? 0 : row.quantity - row.refundedQuantity)
    if (row === undefined || quantity === 0) continue
    const { lines, shippingFen } = quoteRefund(current, [{ line: row.line, quantity }])
    const terms = { at: NOON, autoReceiptDays: 10, closesAfterSale: false }
    current = applyRefund({ order: current, lines, shippingFen, ...terms })
    const refund = { refundId: `r${index}`, lines: basesLeft(current, lines) }
    const reversals = reverseCommissions({ ...refund, commissions: stored })
    stored = stored.map(
      (before) =>
        reversals.find((reversal) => reversal.commission._id === before._id)?.commission ?? before,
    )
  }
  return { order: current, commissions: stored }
}

describe('any sequence of partial refunds', () => {
  it('leaves what the same rates pay on the base that is left, never more than before', () => {
    assert(
      property(plans, sales, returns, tiers, tiers, (rules, sale, asked, tier1, tier2) => {
        const order = orderOf(sale.goods, {}, discountOf(sale))
        const beneficiaries = findBeneficiaries({
          buyerId: 'dst_buyer',
          sharer: candidate('dst_mei', tier1 ?? '', tier1 === null ? 'frozen' : 'active'),
          inviter: tier2 === null ? null : candidate('dst_lan', tier2),
          selfPurchase: 'none',
        })
        const made = makeCommissions({ order, rules, beneficiaries, at: NOON })
        const after = refundAll(order, made, asked)
        for (const commission of after.commissions) {
          expect(commission.netFen).toBe(commission.amountFen - commission.reversedFen)
          for (const row of commission.lines) {
            const net = row.amountFen - row.reversedFen
            const line = after.order.lines[row.line - 1]!
            const baseLeft = line.baseFen - line.refundedFen
            const now = computeLine(
              compilePlan(rules),
              { ...line, baseFen: fen(baseLeft) },
              NOON,
              tier1,
              tier2,
            )
            const pays = commission.level === 1 ? now.amount1Fen : now.amount2Fen
            expect(net).toBeLessThanOrEqual(pays)
            if (!now.isCapped && !row.isCapped) expect(net).toBe(pays)
            if (now.isCapped) expect(pays - net).toBeLessThanOrEqual(1 + asked.length)
            expect(net).toBeGreaterThanOrEqual(0)
            expect(recomputeFromSteps(commission.level, row.steps)).toEqual({
              amountFen: row.amountFen,
              netFen: net,
            })
          }
        }
        const isWhole = after.order.lines.every((line) => line.refundedQuantity === line.quantity)
        if (isWhole) expect(after.commissions.every((row) => row.netFen === 0)).toBe(true)
        if (isWhole) expect(after.order.refundedFen).toBe(after.order.payableFen)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a refund', () => {
  /** What is left of each level's commissions, line by line, after each refund. */
  const nets = (rows: readonly Commission[]) =>
    rows.flatMap(({ lines }) => lines.map((row) => row.amountFen - row.reversedFen))
  const accrued = (rules: PlanRules, sale: Sale) => {
    const order = orderOf(sale.goods, {}, discountOf(sale))
    const beneficiaries = {
      level1: { distributorId: 'dst_mei', tier: 'silver' },
      level2: { distributorId: 'dst_lan', tier: 'gold' },
    }
    return { order, made: makeCommissions({ order, rules, beneficiaries, at: NOON }) }
  }

  it('never gives anybody more than before, whatever comes after it', () => {
    assert(
      property(plans, sales, returns, (rules, sale, asked) => {
        const { order, made } = accrued(rules, sale)
        let before = nets(made)
        for (let count = 1; count <= asked.length; count += 1) {
          const now = nets(refundAll(order, made, asked.slice(0, count)).commissions)
          now.forEach((net, index) => expect(net).toBeLessThanOrEqual(before[index]!))
          before = now
        }
      }),
      { numRuns: 100 },
    )
  })

  it('of one line leaves the other lines alone: refunds of different lines may come in any order', () => {
    assert(
      property(plans, sales, nat(3), nat(3), (rules, sale, a, b) => {
        const { order, made } = accrued(rules, sale)
        if (a === b) return
        const one: [number, number] = [a, 1]
        const other: [number, number] = [b, 1]
        const first = refundAll(order, made, [one, other]).commissions
        const second = refundAll(order, made, [other, one]).commissions
        expect(nets(first)).toEqual(nets(second))
      }),
      { numRuns: 100 },
    )
  })
})

describe('one unit of anything', () => {
  it('pays, is shown and is simulated to the same fen', () => {
    const where = record({
      skuId: constantFrom('S90', 'S91', 'S92'),
      productId: constantFrom('P90', 'P91', 'P92'),
      categoryId: constantFrom('C9', 'C8'),
    })
    const price = integer({ min: 0, max: 200_000 })
    assert(
      property(plans, where, price, tiers, tiers, (rules, goodsAt, priceFen, tier1, tier2) => {
        const plan = compilePlan(rules)
        const [tier, inviterTier] = [tier1 ?? '', tier2]
        const order = orderOf([{ ...goodsAt, unitPriceFen: priceFen, quantity: 1 }])
        const sharer = candidate('dst_mei', tier)
        const inviter = inviterTier === null ? null : candidate('dst_lan', inviterTier)
        const people = { buyerId: 'dst_kai', sharer, inviter }
        const beneficiaries = findBeneficiaries({ ...people, selfPurchase: 'none' })
        const paid = makeCommissions({ order, rules, beneficiaries, at: NOON })
        const lines = [{ ...goodsAt, baseFen: fen(priceFen), refundsFen: [] }]
        const simulated = simulateOrder(plan, { ...people, paidAt: NOON, lines })
        const skus = [{ skuId: goodsAt.skuId, priceFen: fen(priceFen) }]
        const product = { _id: goodsAt.productId, categoryId: goodsAt.categoryId, skus }
        const shown = previewEarning({ plan, at: NOON, tier, inviterTier, product })
        const levelOf = (level: number) => paid.find((row) => row.level === level)?.amountFen ?? 0
        expect(shown.minFen).toBe(levelOf(1))
        expect(simulated.map((row) => [row.level, row.amountFen])).toEqual(
          [1, 2].flatMap((level) => (levelOf(level) > 0 ? [[level, levelOf(level)]] : [])),
        )
      }),
      { numRuns: 300 },
    )
  })
})
