// Withdrawals: limits, real name, four eyes, and what makes a reviewer look twice.
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@contract/time'
import { WITHDRAWAL_STATUSES } from '@contract/model/ledger'
import {
  checkWithdrawal,
  type WithdrawalAsk,
} from '../../cloudfunctions/domain/withdrawal/check-withdrawal'
import {
  countApprovals,
  countEligible,
  decideApproval,
} from '../../cloudfunctions/domain/withdrawal/decide-approval'
import { raiseFlags } from '../../cloudfunctions/domain/withdrawal/flags/raise-flags'
import type { FlagFacts } from '../../cloudfunctions/domain/withdrawal/flags/flag'
import { maySendName, nameNeed } from '../../cloudfunctions/domain/withdrawal/name-rule'
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
  dailyCount: 3,
  fourEyesFen: fen(200_000),
  feeFen: fen(0),
}

/** Somebody with a registered name who may ask for it today. */
const askOf = (amount: number): WithdrawalAsk => ({
  wallet: walletOf({ availableFen: 1_000_000 }),
  amountFen: fen(amount),
  netFen: fen(amount),
  policy,
  on: ON,
  askedCount: 0,
  nameNeed: 'tax',
  hasName: true,
})

describe('a withdrawal', () => {
  it('of ¥500 after ¥600 this month bears tax on ¥1,100 in all', () => {
    const mode = 'labour' as const
    const month = '2026-11'
    const year = { months: [{ month, mode, incomeFen: fen(60_000), taxFen: fen(0) }] }
    const tax = [{ from: '2026-01', mode }]
    const ask = { amountFen: fen(50_000), feeFen: fen(100), tax, year, month }
    expect(quoteWithdrawal(ask)).toMatchObject({
      amountFen: 50_000,
      feeFen: 100,
      taxFen: 6_000,
      netFen: 43_900,
      taxMode: 'labour',
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
      ...askOf(amount),
      wallet: walletOf({ availableFen: 1_000_000, ...wallet }),
    })
    const refusal = verdict.isAllowed ? null : verdict.refusal
    expect(refusal?.code ?? null).toBe(code)
    expect(refusal?.facts ?? {}).toEqual(facts)
  })

  it('that the fee would eat up is too small', () => {
    const ask = { ...askOf(105), wallet: walletOf({ availableFen: 500 }), netFen: fen(5) }
    const verdict = checkWithdrawal({ ...ask, policy: { ...policy, feeFen: fen(100) } })
    expect(verdict.isAllowed ? null : verdict.refusal.facts).toEqual({ minFen: 110 })
  })

  it.each([
    ['the second of the day', { askedCount: 1 }, null, {}],
    ['the fourth of three a day', { askedCount: 3 }, 'WITHDRAWAL_DAILY_COUNT', { count: 3 }],
    ['without a name that the tax office wants', { hasName: false }, 'REAL_NAME_REQUIRED', {}],
    ['without a name that nobody wants', { hasName: false, nameNeed: null }, null, {}],
  ] as const)('%s', (_label, change, code, facts) => {
    const verdict = checkWithdrawal({ ...askOf(1000), ...change })
    const refusal = verdict.isAllowed ? null : verdict.refusal
    expect(refusal?.code ?? null).toBe(code)
    expect(refusal?.facts ?? {}).toEqual(facts)
  })

  it.each([
    ['labour', 10, 'tax', false],
    ['platform-cumulative', 30, 'tax', true],
    ['none', 199_999, null, true],
    ['none', 200_000, 'wechat', true],
  ] as const)(
    'under %s, arriving with %i fen, needs a name for %s; WeChat may be told it: %s',
    (mode, net, need, may) => {
      expect(nameNeed(mode, fen(net))).toBe(need)
      expect(maySendName(fen(net))).toBe(may)
    },
  )

  it.each([
    ['the owner approves a small one', 1, [], 'mbr_owner', 'final'],
    ['nobody approves their own', 1, [], 'mbr_mei', 'OWN_CASE'],
    ['the first of two', 2, [], 'mbr_owner', 'counted'],
    ['the same person twice', 2, ['mbr_owner'], 'mbr_owner', 'FOUR_EYES'],
    ['the second of two', 2, ['mbr_owner'], 'mbr_fin', 'final'],
  ] as const)('%s', (_label, needsApprovals, before, by, expected) => {
    const approvals = before.map((id) => ({ by: id, name: id, at: NOON }))
    const withdrawal = withdrawalOf({ needsApprovals, approvals })
    const standing = new Set(['mbr_owner', 'mbr_fin'])
    const decision = decideApproval(withdrawal, { by, name: by, at: NOON }, standing, policy)
    const answer =
      decision.kind === 'refused' ? decision.refusal.code : decision.isFinal ? 'final' : 'counted'
    expect(answer).toBe(expected)
  })

  it('is not approved by who has left since: the next approval is the first that counts', () => {
    const approvals = [{ by: 'mbr_gone', name: '旧', at: NOON }]
    const withdrawal = withdrawalOf({ needsApprovals: 2, approvals })
    const approval = { by: 'mbr_owner', name: '主', at: NOON }
    const decide = (standing: readonly string[]) =>
      decideApproval(withdrawal, approval, new Set(standing), policy)
    expect(decide(['mbr_gone'])).toMatchObject({ kind: 'counted', isFinal: true })
    // What was said stays on record either way.
    expect(decide([])).toMatchObject({ isFinal: false, approvals: [...approvals, approval] })
  })

  it('waits when the shop has too few people who could still approve it', () => {
    const approvals = [{ by: 'mbr_owner', name: '主', at: NOON }]
    const withdrawal = withdrawalOf({ memberId: 'mbr_fin', needsApprovals: 2, approvals })
    // The owner approved already, finance asked: only somebody else can.
    expect(countEligible(withdrawal, new Set(['mbr_owner', 'mbr_fin']))).toBe(0)
    expect(countEligible(withdrawal, new Set(['mbr_owner', 'mbr_fin', 'mbr_new']))).toBe(1)
    expect(countApprovals(withdrawal, new Set(['mbr_owner']))).toBe(1)
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

describe('the flags of a withdrawal', () => {
  const yuan = (...amounts: number[]) => amounts.map((amount) => fen(amount * 100))
  /** Somebody who takes ¥100 now and then, of whom there is nothing to say. */
  const quiet: FlagFacts = {
    amountFen: fen(100_00),
    now: NOON,
    paidFen: yuan(100, 120, 80),
    boundToday: 1,
    boundBefore: 20,
    clawbacks: 0,
    clawbackFen: fen(0),
    nameChangedAt: null,
    accruedFen: fen(500_00),
    reversedFen: fen(20_00),
  }

  it('are none for an ordinary one', () => {
    expect(raiseFlags(quiet)).toEqual([])
  })

  it.each([
    [
      'FIRST_TIME',
      { paidFen: [], amountFen: fen(128_640) },
      '以前没有到账过的提现，这次 ¥1,286.40',
    ],
    [
      'FAR_ABOVE_USUAL',
      { amountFen: fen(300_00) },
      '平时一次 ¥100.00 上下（最近 3 次的中间数），这次 ¥300.00',
    ],
    [
      'BINDING_BURST',
      { boundToday: 10, boundBefore: 60 },
      '24 小时内新绑了 10 位客户，之前 30 天一共 60 位',
    ],
    [
      'DEBT_LATELY',
      { clawbacks: 2, clawbackFen: fen(1388) },
      '30 天内结算后又被追回 2 笔，共 ¥13.88',
    ],
    ['NAME_JUST_CHANGED', { nameChangedAt: NOON - 7 * DAY_MS }, '实名信息在 2026-10-29 12:00 改过'],
    [
      'REFUNDS_HIGH',
      { reversedFen: fen(100_00) },
      '60 天内的佣金 ¥500.00，退款冲掉 ¥100.00（20%）',
    ],
  ] as const)('%s says what was seen', (code, change, text) => {
    const flags = raiseFlags({ ...quiet, ...change })
    expect(flags.map((flag) => [flag.code, flag.text])).toEqual([[code, text]])
  })

  it.each([
    ['just under three times the usual', { amountFen: fen(299_99) }],
    ['large, but with too little history', { amountFen: fen(900_00), paidFen: yuan(10, 10) }],
    ['nine customers in a day', { boundToday: 9, boundBefore: 0 }],
    ['a busy month’s ordinary day', { boundToday: 10, boundBefore: 61 }],
    ['a name changed more than a week ago', { nameChangedAt: NOON - 7 * DAY_MS - 1 }],
    ['refunds just under a fifth', { reversedFen: fen(99_99) }],
    ['one refund of very little', { accruedFen: fen(99_99), reversedFen: fen(99_99) }],
  ] as const)('stay down for %s', (_label, change) => {
    expect(raiseFlags({ ...quiet, ...change })).toEqual([])
  })

  it('come all at once, the gravest first', () => {
    const facts = { nameChangedAt: NOON, clawbacks: 1, clawbackFen: fen(1), paidFen: [] }
    expect(raiseFlags({ ...quiet, ...facts }).map((flag) => flag.code)).toEqual([
      'NAME_JUST_CHANGED',
      'DEBT_LATELY',
      'FIRST_TIME',
    ])
  })
})
