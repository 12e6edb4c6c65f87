// The ledger: each moment's entry, and wallets as the fold of entries.
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import type { LedgerEntry } from '@contract/model/ledger'
import { Bug } from '../../cloudfunctions/domain/assert'
import {
  enterAccrual,
  enterReversal,
  enterSettlement,
} from '../../cloudfunctions/domain/ledger/enter-commission'
import {
  enterDebtWrittenOff,
  enterIncentive,
} from '../../cloudfunctions/domain/ledger/enter-incentive'
import { enterOrderPaid, enterOrderRefunded } from '../../cloudfunctions/domain/ledger/enter-order'
import {
  enterWithdrawalPaid,
  enterWithdrawalRejected,
  enterWithdrawalRequested,
  enterWithdrawalReturned,
} from '../../cloudfunctions/domain/ledger/enter-withdrawal'
import { enterTaxRemitted } from '../../cloudfunctions/domain/ledger/enter-tax'
import { makeEntry } from '../../cloudfunctions/domain/ledger/make-entry'
import { giveBackAsk, postToWallet } from '../../cloudfunctions/domain/ledger/post-to-wallet'
import { commissionOf, NOON, orderOf, walletOf, withdrawalOf } from './support/builders'

const postingsOf = (entry: LedgerEntry | null | undefined) =>
  Object.fromEntries((entry?.postings ?? []).map((row) => [row.account, row.amountFen]))

describe('the entry of each moment (debit positive, credit negative)', () => {
  const wallet = walletOf({ pendingFen: 500, availableFen: 0, clawbackFen: 120 })
  const order = orderOf([{ unitPriceFen: 5000, quantity: 1 }])
  it.each([
    [
      'an order of ¥50 and ¥8 shipping is paid',
      enterOrderPaid(order, NOON),
      'pay:ord_1',
      { 'cash:wxpay': 5800, sales: -5000, shipping: -800 },
    ],
    [
      '¥20 of it is refunded',
      enterOrderRefunded({
        orderId: 'ord_1',
        refundId: 'afs_1',
        goodsFen: fen(2000),
        shippingFen: fen(0),
        at: NOON,
      }),
      'refund:afs_1',
      { sales: 2000, 'cash:wxpay': -2000 },
    ],
    [
      'a commission of ¥5 is pending',
      enterAccrual('ord_1', [commissionOf(500)], NOON),
      'accrue:ord_1',
      { 'expense:commission': 500, 'payable:dst_mei:pending': -500 },
    ],
    [
      'it settles: a debt of ¥1.20 first, the rest available',
      enterSettlement(wallet, [commissionOf(500)], NOON),
      'settle:cm:ord_1:1:dst_mei',
      {
        'payable:dst_mei:pending': 500,
        'payable:dst_mei:clawback': -120,
        'payable:dst_mei:available': -380,
      },
    ],
    [
      'money is asked for',
      enterWithdrawalRequested(withdrawalOf(), NOON),
      'wd:wd_1:requested',
      { 'payable:dst_mei:available': 10_000, 'payable:dst_mei:withdrawing': -10_000 },
    ],
    [
      'it is turned down, with a debt meanwhile',
      enterWithdrawalRejected(withdrawalOf(), wallet, NOON),
      'wd:wd_1:rejected',
      {
        'payable:dst_mei:withdrawing': 10_000,
        'payable:dst_mei:clawback': -120,
        'payable:dst_mei:available': -9880,
      },
    ],
    [
      'it comes back',
      enterWithdrawalReturned(withdrawalOf(), walletOf(), NOON),
      'wd:wd_1:returned',
      { 'payable:dst_mei:withdrawing': 10_000, 'payable:dst_mei:available': -10_000 },
    ],
    [
      'it arrives, less tax and fee',
      enterWithdrawalPaid(
        withdrawalOf({ taxFen: fen(300), feeFen: fen(100), netFen: fen(9600) }),
        NOON,
      ),
      'wd:wd_1:paid',
      {
        'payable:dst_mei:withdrawing': 10_000,
        'cash:wxpay': -9600,
        'tax:withheld': -300,
        'income:withdrawal-fee': -100,
      },
    ],
    [
      'a bonus of ¥5 is paid: a debt of ¥1.20 first, the rest available',
      enterIncentive(wallet, { id: 'mdc_1', amountFen: fen(500), at: NOON }),
      'incentive:mdc_1',
      {
        'expense:incentive': 500,
        'payable:dst_mei:clawback': -120,
        'payable:dst_mei:available': -380,
      },
    ],
    [
      'a debt of ¥1.20 is written off',
      enterDebtWrittenOff(wallet, { id: 'mdc_2', amountFen: fen(120), at: NOON }),
      'writeoff:mdc_2',
      { 'expense:bad-debt': 120, 'payable:dst_mei:clawback': -120 },
    ],
    [
      'withheld tax of ¥3 is paid to the tax office, from the bank',
      enterTaxRemitted({ taxPaymentId: '2026-11:320261100001', amountFen: fen(300), at: NOON }),
      'tax:2026-11:320261100001',
      { 'tax:withheld': 300, 'cash:bank': -300 },
    ],
  ])('%s', (_label, entry, key, postings) => {
    expect(entry?._id).toBe(key)
    expect(entry?.on).toBe('2026-11-05')
    expect(postingsOf(entry)).toEqual(postings)
  })

  it('a refund of what is pending, of what is available, and of what is gone', () => {
    const reversal = (from: 'pending' | 'settled', amount: number, id: string) => ({
      commission: { ...commissionOf(500), distributorId: id },
      reversedFen: fen(amount),
      from,
    })
    const entries = enterReversal({
      orderId: 'ord_1',
      refundId: 'afs_1',
      reversals: [reversal('settled', 300, 'dst_mei'), reversal('pending', 40, 'dst_lan')],
      wallets: new Map([['dst_mei', walletOf({ availableFen: 100 })]]),
      at: NOON,
    })
    expect(entries.map((entry) => [entry._id, entry.code, postingsOf(entry)])).toEqual([
      [
        'reverse:afs_1',
        'COMMISSION_REVERSED',
        { 'payable:dst_lan:pending': 40, 'expense:commission': -40 },
      ],
      [
        'clawback:afs_1',
        'COMMISSION_CLAWED_BACK',
        {
          'payable:dst_mei:available': 100,
          'payable:dst_mei:clawback': 200,
          'expense:commission': -300,
        },
      ],
    ])
  })

  it('nothing is entered where nothing moves', () => {
    expect(enterAccrual('ord_1', [], NOON)).toBeNull()
    expect(enterSettlement(walletOf(), [], NOON)).toBeNull()
    const nothing = { goodsFen: fen(0), shippingFen: fen(0) }
    expect(enterOrderRefunded({ orderId: 'o', refundId: 'r', at: NOON, ...nothing })).toBeNull()
  })

  it('more than is owed cannot be written off', () => {
    const more = { id: 'mdc_2', amountFen: fen(121), at: NOON }
    expect(() => enterDebtWrittenOff(wallet, more)).toThrow(Bug)
  })

  it.each([
    ['off balance', [5, -4]],
    ['one-sided', [0]],
    ['with a posting of nothing', [5, -5, 0]],
  ])('an entry %s cannot be made', (_label, amounts) => {
    const postings = amounts.map((amount) => ({
      account: 'sales' as const,
      amountFen: fen(amount),
    }))
    expect(() => makeEntry({ key: 'x', code: 'ORDER_PAID', at: NOON, postings })).toThrow(Bug)
  })
})

describe('a wallet', () => {
  it('never goes below zero: more than is available cannot be posted', () => {
    const entry = enterWithdrawalRequested(withdrawalOf({ amountFen: fen(101) }), NOON)
    expect(() => postToWallet(walletOf({ availableFen: 100 }), entry)).toThrow(Bug)
  })

  it('counts what was asked for today, and gives it back when it is turned down', () => {
    const withdrawal = withdrawalOf({ amountFen: fen(60) })
    const asked = postToWallet(
      walletOf({ availableFen: 100, askedOn: '2026-11-04', askedFen: 99 }),
      enterWithdrawalRequested(withdrawal, NOON),
    )
    expect([asked.askedOn, asked.askedFen, asked.availableFen]).toEqual(['2026-11-05', 60, 40])
    expect(giveBackAsk(asked, withdrawal).askedFen).toBe(0)
    expect(giveBackAsk({ ...asked, askedOn: '2026-11-06' }, withdrawal).askedFen).toBe(60)
  })

  it('a request of before midnight that is written after it does not begin the new day anew', () => {
    const morning = walletOf({ availableFen: 100, askedOn: '2026-11-06', askedFen: 99 })
    const late = withdrawalOf({ amountFen: fen(60) })
    const asked = postToWallet(morning, enterWithdrawalRequested(late, NOON))
    expect([asked.askedOn, asked.askedFen]).toEqual(['2026-11-06', 159])
    expect(giveBackAsk(asked, late).askedFen).toBe(159)
  })

  it('settles only what is due and pending', () => {
    expect(() => enterSettlement(walletOf(), [commissionOf(5, { settleAt: null })], NOON)).toThrow(
      Bug,
    )
    expect(() =>
      enterSettlement(walletOf(), [commissionOf(5, { status: 'settled' })], NOON),
    ).toThrow(Bug)
  })
})
