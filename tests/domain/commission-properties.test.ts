// What holds for every plan, every order and every sequence of refunds.
import { assert, constantFrom, integer, array, option, property, record, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, fen, rateOf } from '@contract/money'
import { computeLine } from '../../cloudfunctions/domain/commission/compute-line'
import { compilePlan } from '../../cloudfunctions/domain/commission/compile-plan'
import { findBeneficiaries } from '../../cloudfunctions/domain/commission/find-beneficiaries'
import { makeCommissions } from '../../cloudfunctions/domain/commission/make-commissions'
import { recomputeFromSteps } from '../../cloudfunctions/domain/commission/recompute-from-steps'
import { reverseCommissions } from '../../cloudfunctions/domain/commission/reverse-commissions'
import { applyRefund, basesLeft } from '../../cloudfunctions/domain/order/apply-refund'
import { quoteRefund } from '../../cloudfunctions/domain/order/refund-line'
import type { Commission } from '@contract/model/distribution'
import { candidate, lineOf, NOON, orderOf, planOf } from './support/builders'

const bps = (most: number) => integer({ min: 0, max: most })
const plans = record({
  rateBps: tuple(bps(4000), bps(4000)),
  capBps: bps(3000),
  tierBonusBps: record({ silver: tuple(bps(500), bps(500)), gold: tuple(bps(500)) }),
}).map((changes) => planOf({ ...changes, overrides: [] }))
const tiers = option(constantFrom('', 'silver', 'gold'))
const goods = array(
  record({
    unitPriceFen: integer({ min: 0, max: 100_000 }),
    quantity: integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 4 },
)
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
      property(plans, goods, returns, tiers, tiers, (rules, wanted, asked, tier1, tier2) => {
        const order = orderOf(wanted)
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
