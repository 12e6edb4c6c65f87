// Withdrawals and their tax: limits, four eyes, and worked examples of labour pay.
import { assert, integer, property, array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { HOUR_MS, MINUTE_MS } from '@contract/time'
import { WITHDRAWAL_STATUSES } from '@contract/model/ledger'
import { labourTaxOf, withholdTax } from '../../cloudfunctions/domain/tax/labour-tax'
import { checkWithdrawal } from '../../cloudfunctions/domain/withdrawal/check-withdrawal'
import { decideApproval } from '../../cloudfunctions/domain/withdrawal/decide-approval'
import { nextCheckAt } from '../../cloudfunctions/domain/withdrawal/next-check'
import {
  approvalsNeeded,
  quoteWithdrawal,
} from '../../cloudfunctions/domain/withdrawal/quote-withdrawal'
import { canMoveWithdrawal } from '../../cloudfunctions/domain/withdrawal/withdrawal-lifecycle'
import { NOON, walletOf, withdrawalOf } from './support/builders'

const ON = '2026-11-05'
const policy = {
  minFen: fen(100),
  maxFen: fen(500_000),
  dailyFen: fen(600_000),
  fourEyesFen: fen(200_000),
  feeFen: fen(0),
}

describe('tax on labour pay of one month (yuan)', () => {
  it.each([
    [0, 0],
    [800, 0],
    [801, 0.2],
    [2_000, 240],
    [4_000, 640],
    [4_000.01, 640],
    [5_000, 800],
    [25_000, 4_000],
    [25_000.01, 4_000],
    [30_000, 5_200],
    [62_500, 13_000],
    [100_000, 25_000],
  ])('on %d it is %d', (income, tax) => {
    expect(labourTaxOf(fen(Math.round(income * 100)), ON)).toBe(Math.round(tax * 100))
  })

  it('is rounded to the nearest fen: 0.4, 0.6, 1.4 and 1.6 fen', () => {
    expect([80_002, 80_003, 80_007, 80_008].map((income) => labourTaxOf(fen(income), ON))).toEqual([
      0, 1, 1, 2,
    ])
  })

  it('never falls as income rises, and is never more than 40 %', () => {
    const incomes = integer({ min: 0, max: 20_000_000 })
    assert(
      property(incomes, integer({ min: 0, max: 100_000 }), (income, more) => {
        const tax = labourTaxOf(fen(income), ON)
        expect(labourTaxOf(fen(income + more), ON)).toBeGreaterThanOrEqual(tax)
        expect(tax).toBeLessThanOrEqual(income * 0.4)
      }),
    )
  })

  it('comes to the same however the month’s income is split', () => {
    assert(
      property(array(integer({ min: 1, max: 3_000_000 }), { maxLength: 12 }), (amounts) => {
        let month = { incomeFen: fen(0), taxFen: fen(0) }
        for (const amount of amounts) {
          const taxFen = withholdTax({ mode: 'labour', amountFen: fen(amount), month, on: ON })
          month = { incomeFen: fen(month.incomeFen + amount), taxFen: fen(month.taxFen + taxFen) }
        }
        expect(month.taxFen).toBe(labourTaxOf(month.incomeFen, ON))
      }),
    )
  })

  it('is nothing where the shop withholds none', () => {
    const month = { incomeFen: fen(0), taxFen: fen(0) }
    expect(withholdTax({ mode: 'none', amountFen: fen(9_999_999), month, on: ON })).toBe(0)
  })
})

describe('a withdrawal', () => {
  it('of ¥500 after ¥600 this month bears tax on ¥1,100 in all', () => {
    const month = { incomeFen: fen(60_000), taxFen: fen(0) }
    const ask = {
      amountFen: fen(50_000),
      feeFen: fen(100),
      taxMode: 'labour',
      month,
      on: ON,
    } as const
    expect(quoteWithdrawal(ask)).toEqual({
      amountFen: 50_000,
      feeFen: 100,
      taxFen: 6_000,
      netFen: 43_900,
    })
  })

  it.each([
    ['¥0.99', 99, {}, 'WITHDRAWAL_TOO_SMALL', { minFen: 100 }],
    ['¥5,000.01', 500_001, {}, 'WITHDRAWAL_TOO_LARGE', { maxFen: 500_000 }],
    [
      'more than is available',
      1001,
      { availableFen: 1000 },
      'INSUFFICIENT_BALANCE',
      { availableFen: 1000, requestedFen: 1001 },
    ],
    [
      'more than today’s rest',
      201,
      { askedOn: ON, askedFen: 599_800 },
      'WITHDRAWAL_DAILY_LIMIT',
      { leftFen: 200 },
    ],
    [
      'as much after yesterday’s limit',
      201,
      { askedOn: '2026-11-04', askedFen: 599_800 },
      null,
      {},
    ],
    ['all there is', 1000, { availableFen: 1000 }, null, {}],
  ])('of %s', (_label, amount, wallet, code, facts) => {
    const verdict = checkWithdrawal({
      wallet: walletOf({ availableFen: 1_000_000, ...wallet }),
      amountFen: fen(amount),
      netFen: fen(amount),
      policy,
      on: ON,
    })
    const refusal = verdict.isAllowed ? null : verdict.refusal
    expect(refusal?.code ?? null).toBe(code)
    expect(refusal?.facts ?? {}).toEqual(facts)
  })

  it('that the fee would eat up is too small', () => {
    const ask = { wallet: walletOf({ availableFen: 500 }), amountFen: fen(105), netFen: fen(5) }
    const verdict = checkWithdrawal({ ...ask, policy: { ...policy, feeFen: fen(100) }, on: ON })
    expect(verdict.isAllowed ? null : verdict.refusal.facts).toEqual({ minFen: 110 })
  })

  it.each([
    ['the owner approves a small one', 1, [], 'mbr_owner', 'final'],
    ['nobody approves their own', 1, [], 'mbr_mei', 'OWN_CASE'],
    ['the first of two', 2, [], 'mbr_owner', 'counted'],
    ['the same person twice', 2, ['mbr_owner'], 'mbr_owner', 'FOUR_EYES'],
    ['the second of two', 2, ['mbr_owner'], 'mbr_fin', 'final'],
  ] as const)('%s', (_label, needsApprovals, before, by, expected) => {
    const approvals = before.map((id) => ({ by: id, name: id, at: NOON }))
    const withdrawal = withdrawalOf({ needsApprovals, approvals })
    const decision = decideApproval(withdrawal, { by, name: by, at: NOON }, policy)
    const answer =
      decision.kind === 'refused' ? decision.refusal.code : decision.isFinal ? 'final' : 'counted'
    expect(answer).toBe(expected)
  })

  it('needs four eyes above the threshold, not at it', () => {
    expect([200_000, 200_001].map((amount) => approvalsNeeded(fen(amount), policy))).toEqual([1, 2])
  })

  it('once sent is never rejected, and once ended never moves', () => {
    expect(canMoveWithdrawal('approved', 'rejected')).toBe(true)
    expect(canMoveWithdrawal('dispatched', 'rejected')).toBe(false)
    for (const end of ['paid', 'rejected', 'returned'] as const) {
      expect(WITHDRAWAL_STATUSES.some((status) => canMoveWithdrawal(end, status))).toBe(false)
    }
  })

  it.each([
    ['at once', 0, MINUTE_MS],
    ['half an hour later', 30 * MINUTE_MS, 5 * MINUTE_MS],
    ['a day later', 24 * HOUR_MS, 30 * MINUTE_MS],
    ['two days later', 48 * HOUR_MS, 6 * HOUR_MS],
  ])('is asked about %s, again after a while', (_label, age, wait) => {
    expect(nextCheckAt(NOON, NOON + age)).toBe(NOON + age + wait)
  })
})
