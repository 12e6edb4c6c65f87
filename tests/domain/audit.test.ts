// The books: right whatever happens in whatever order, and an auditor who names what somebody changed.
import { assert, constantFrom, integer, array, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import type { MoneyDecision } from '@contract/model/books'
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import type { Commission } from '@contract/model/distribution'
import type { AfterSale, Order } from '@contract/model/order'
import { commissionIdOf } from '../../cloudfunctions/domain/commission/make-commissions'
import { reverseCommissions } from '../../cloudfunctions/domain/commission/reverse-commissions'
import { checkInvariants, type Books } from '../../cloudfunctions/domain/ledger/check-invariants'
import { differenceText } from '../../cloudfunctions/domain/ledger/difference'
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
  enterWithdrawalRequested,
  enterWithdrawalReturned,
} from '../../cloudfunctions/domain/ledger/enter-withdrawal'
import { emptyWallet, postToWallet } from '../../cloudfunctions/domain/ledger/post-to-wallet'
import { trialBalance } from '../../cloudfunctions/domain/ledger/trial-balance'
import { applyRefund } from '../../cloudfunctions/domain/order/apply-refund'
import { holdForAfterSale } from '../../cloudfunctions/domain/order/hold-for-after-sale'
import { commissionOf, NOON, orderOf, withdrawalOf } from './support/builders'

const NO_SHIPPING = { shippingFen: fen(0), autoReceiptDays: 10 }

function afterSaleOf(
  facts: Pick<AfterSale, '_id' | 'orderId' | 'refundFen'>,
  lines: readonly Pick<AfterSale['lines'][number], 'line' | 'quantity' | 'refundFen'>[],
): AfterSale {
  return {
    ...facts,
    buyerId: 'mbr_buyer',
    buyerName: '客',
    kind: 'refund-only',
    status: 'refunded',
    lines: lines.map((line) => ({ ...line, title: '', specText: '', picture: '' })),
    reason: '',
    appliedAt: NOON,
    decidedAt: NOON,
    decidedBy: 'mbr_boss',
    rejectReason: null,
    returnParcel: null,
    refundedAt: NOON,
    payloadHash: '',
  }
}

function decisionOf(facts: Pick<MoneyDecision, '_id' | 'kind' | 'amountFen'>): MoneyDecision {
  return {
    ...facts,
    distributorId: 'dst_mei',
    name: '美',
    reason: '',
    status: 'done',
    askedBy: 'mbr_boss',
    askedByName: '',
    askedAt: NOON,
    month: '2026-11',
    decidedBy: null,
    decidedByName: null,
    decidedAt: NOON,
    rejectReason: null,
    payloadHash: '',
  }
}

/** A little shop in which one member earns, is clawed back, and withdraws: any order of events keeps the books. */
function live(steps: readonly (readonly [string, number])[]) {
  let wallet: Wallet = emptyWallet('dst_mei')
  const entries: LedgerEntry[] = []
  const commissions: Commission[] = []
  const withdrawals: Withdrawal[] = []
  const orders: Order[] = []
  const afterSales: AfterSale[] = []
  const decisions: MoneyDecision[] = []
  const post = (entry: LedgerEntry | null) => {
    if (entry === null) return
    entries.push(entry)
    if (entry.distributorIds.length > 0) wallet = postToWallet(wallet, entry)
  }
  steps.forEach(([what, amount], index) => {
    const id = `${what}${index}`
    const row = commissions.findIndex((candidate) => candidate.netFen > 0)
    const open = withdrawals.findIndex((candidate) => candidate.status === 'requested')
    if (what === 'earn') {
      const order = orderOf([{ unitPriceFen: amount * 10, quantity: 1 }], { _id: id })
      const made = commissionOf(amount, { _id: commissionIdOf(id, 1, 'dst_mei'), orderId: id })
      orders.push(order)
      commissions.push(made)
      post(enterOrderPaid(order, NOON))
      post(enterAccrual(id, [made], NOON))
    } else if (what === 'settle') {
      const due = commissions.filter((candidate) => candidate.status === 'pending')
      post(enterSettlement(wallet, due, NOON))
      for (const [at, candidate] of commissions.entries()) {
        if (candidate.status === 'pending') commissions[at] = { ...candidate, status: 'settled' }
      }
    } else if (what === 'refund' && row >= 0) {
      const before = commissions[row]!
      const at = orders.findIndex((order) => order._id === before.orderId)
      const order = holdForAfterSale(orders[at]!, [{ line: 1, quantity: 1 }])
      const goodsFen = order.goodsFen
      const lines = [{ line: 1, quantity: 1, refundFen: goodsFen }]
      const after = applyRefund({ ...NO_SHIPPING, order, lines, at: NOON })
      orders[at] = after
      afterSales.push(afterSaleOf({ _id: id, orderId: order._id, refundFen: goodsFen }, lines))
      const refund = { orderId: order._id, refundId: id, at: NOON }
      post(enterOrderRefunded({ ...refund, goodsFen, shippingFen: fen(0) }))
      const left = [{ line: 1, baseLeftFen: fen(0) }]
      const reversals = reverseCommissions({ refundId: id, commissions: [before], lines: left })
      commissions[row] = reversals[0]!.commission
      const wallets = new Map([[wallet._id, wallet]])
      enterReversal({ ...refund, reversals, wallets }).forEach(post)
    } else if (what === 'ask' && amount <= wallet.availableFen) {
      const amounts = { amountFen: fen(amount), netFen: fen(amount) }
      const asked = withdrawalOf({ _id: id, ...amounts, requestedAt: NOON })
      withdrawals.push(asked)
      post(enterWithdrawalRequested(asked, NOON))
    } else if (what === 'bonus' || what === 'write-off') {
      const kind = what === 'bonus' ? ('incentive' as const) : ('debt-write-off' as const)
      const due = what === 'bonus' ? amount : wallet.clawbackFen
      if (due === 0) return
      const decision = decisionOf({ _id: id, kind, amountFen: fen(due) })
      const facts = { id, amountFen: decision.amountFen, at: NOON }
      decisions.push(decision)
      post(what === 'bonus' ? enterIncentive(wallet, facts) : enterDebtWrittenOff(wallet, facts))
    } else if ((what === 'pay' || what === 'return') && open >= 0) {
      const asked = withdrawals[open]!
      const isPaid = what === 'pay'
      withdrawals[open] = { ...asked, status: isPaid ? 'paid' : 'returned', paidAt: NOON }
      post(isPaid ? enterWithdrawalPaid(asked, NOON) : enterWithdrawalReturned(asked, wallet, NOON))
    }
  })
  const none = { remittances: [], taxYears: [], closings: [] }
  return { wallet, entries, commissions, withdrawals, orders, afterSales, decisions, ...none }
}

describe('the books', () => {
  it('stay right whatever happens in whatever order', () => {
    const what = constantFrom(
      ...['earn', 'settle', 'refund', 'ask', 'pay', 'return', 'bonus', 'write-off'],
    )
    const steps = array(tuple(what, integer({ min: 1, max: 1000 })), { maxLength: 40 })
    assert(
      property(steps, (rows) => {
        const { wallet, ...books } = live(rows)
        const found = checkInvariants({ ...books, wallets: wallet.version ? [wallet] : [] })
        expect(found.map(differenceText)).toEqual([])
        expect(trialBalance(books.entries).totalFen).toBe(0)
      }),
    )
  })

  /** Every kind of record once: settled, refunded before and after, paid out, returned, given, written off. */
  const sound = (): Books => {
    const { wallet, ...books } = live([
      ['earn', 500],
      ['earn', 300],
      ['settle', 0],
      ['earn', 200],
      ['ask', 400],
      ['pay', 0],
      ['ask', 100],
      ['return', 0],
      ['refund', 0],
      ['bonus', 50],
      ['write-off', 0],
      ['earn', 90],
      ['ask', 10],
    ])
    return { ...books, wallets: [wallet] }
  }
  const said = (books: Books) => checkInvariants(books).map(differenceText)

  it('of a shop in which everything happened once are right', () => {
    const books = sound()
    expect(said(books)).toEqual([])
    expect(new Set(books.entries.map((entry) => entry.code)).size).toBe(10)
  })

  type Row<Name extends keyof Books> = Books[Name][number]
  /** Changes the first row that fits, as somebody with access to the database could. */
  function spoil<Name extends keyof Books>(
    name: Name,
    fits: (row: Row<Name>) => boolean,
    how: (row: Row<Name>) => readonly Row<Name>[],
  ): (books: Books) => Books {
    return (books) => {
      const rows = books[name] as readonly Row<Name>[]
      const at = rows.findIndex(fits)
      expect(at, 'something to spoil').toBeGreaterThanOrEqual(0)
      const spoilt = [...rows.slice(0, at), ...how(rows[at]!), ...rows.slice(at + 1)]
      return { ...books, [name]: spoilt }
    }
  }
  const coded = (code: LedgerEntry['code']) => (row: LedgerEntry) => row.code === code
  const any = () => true
  /** Adds to one posting and takes it from another, so that the entry still balances. */
  const shift = (row: LedgerEntry, byFen: number): LedgerEntry => ({
    ...row,
    postings: row.postings.map((posting, index) => ({
      ...posting,
      amountFen: fen(posting.amountFen + (index === 0 ? byFen : index === 1 ? -byFen : 0)),
    })),
  })

  it.each<readonly [label: string, spoil: (books: Books) => Books, said: string]>([
    [
      'one posting changed',
      spoil('entries', coded('ORDER_PAID'), (row) => [
        {
          ...row,
          postings: [{ ...row.postings[0]!, amountFen: fen(1) }, ...row.postings.slice(1)],
        },
      ]),
      'ledger_entries/pay:earn0：分录借贷不平，合计应为零，应为 ¥0.00，实为 -¥57.99（ENTRY_UNBALANCED）',
    ],
    [
      'an entry that balances but says another amount than the order',
      spoil('entries', coded('ORDER_PAID'), (row) => [shift(row, 100)]),
      'ledger_entries/pay:earn0 cash:wxpay：分录金额和业务记录不一致，应为 ¥58.00，实为 ¥59.00（ENTRY_AMOUNT）',
    ],
    [
      'a missing entry',
      spoil('entries', coded('ORDER_PAID'), () => []),
      'ledger_entries/pay:earn0：该有的分录没有，应为 ORDER_PAID，实为 没有（ENTRY_MISSING）',
    ],
    [
      'an entry of an order that was never paid',
      spoil('orders', any, (row) => [{ ...row, paidAt: null, accrual: 'none' }]),
      'ledger_entries/pay:earn0：不该有这条分录',
    ],
    [
      'an entry posted twice',
      spoil('entries', coded('COMMISSION_ACCRUED'), (row) => [row, row]),
      'ledger_entries/accrue:earn0：同一个编号的分录不止一条',
    ],
    [
      'an entry under another key',
      spoil('entries', coded('INCENTIVE_PAID'), (row) => [row, { ...row, _id: 'incentive:mdc_9' }]),
      'ledger_entries/incentive:mdc_9：分录说的那笔业务找不到，应为 money_decisions/mdc_9',
    ],
    [
      'an entry dated to another day',
      spoil('entries', coded('ORDER_PAID'), (row) => [{ ...row, on: '2026-11-04' }]),
      'ledger_entries/pay:earn0：分录的日期和时刻不符，应为 2026-11-05，实为 2026-11-04',
    ],
    [
      'an entry moved to another day with its date',
      spoil('entries', coded('ORDER_PAID'), (row) => [
        { ...row, on: '2026-11-06', at: row.at + 86_400_000 },
      ]),
      'ledger_entries/pay:earn0：分录时刻和业务记录不一致',
    ],
    [
      'an entry hidden from the statement of its distributor',
      spoil('entries', coded('INCENTIVE_PAID'), (row) => [{ ...row, distributorIds: [] }]),
      '分录写明的分销员和它的科目不符，应为 dst_mei，实为 无',
    ],
    [
      'a wallet off by one fen',
      spoil('wallets', any, (row) => [{ ...row, pendingFen: fen(row.pendingFen + 1) }]),
      'wallets/dst_mei 待结算：钱包余额和分录合计不一致，应为 ¥2.90，实为 ¥2.91（WALLET_BALANCE）',
    ],
    [
      'earnings raised by hand',
      spoil('wallets', any, (row) => [{ ...row, earnedFen: fen(row.earnedFen + 100) }]),
      'wallets/dst_mei：累计佣金和分录合计不一致',
    ],
    [
      'a payment counted twice',
      spoil('wallets', any, (row) => [{ ...row, paidFen: fen(row.paidFen * 2) }]),
      'wallets/dst_mei：累计到账和分录合计不一致，应为 ¥4.00，实为 ¥8.00',
    ],
    ['a wallet that is gone', spoil('wallets', any, () => []), 'wallets/dst_mei：有分录，没有钱包'],
    [
      'a duplicated commission',
      spoil('commissions', any, (row) => [row, { ...row, _id: `${row._id}:again` }]),
      'commissions/cm:earn0:1:dst_mei:again：佣金编号和它的内容不符',
    ],
    [
      'a commission raised afterwards, lines and all',
      spoil(
        'commissions',
        ({ status }) => status === 'pending',
        (row) => [
          {
            ...row,
            amountFen: fen(900),
            netFen: fen(900),
            lines: row.lines.map((line) => ({ ...line, amountFen: fen(900) })),
          },
        ],
      ),
      '第 1 行：按存下的算法重算，金额不一样，应为 ¥2.00，实为 ¥9.00（COMMISSION_EXPLANATION）',
    ],
    [
      'a commission whose explanation was cut',
      spoil('commissions', any, (row) => [
        { ...row, lines: row.lines.map((line) => ({ ...line, steps: line.steps.slice(1) })) },
      ]),
      'commissions/cm:earn0:1:dst_mei 第 1 行：按存下的算法重算，金额不一样，应为 算得出',
    ],
    [
      'a commission that is gone',
      spoil('commissions', any, () => []),
      'ledger_entries/accrue:earn0：不该有这条分录',
    ],
    [
      'a commission settled without its entry',
      spoil(
        'commissions',
        ({ status }) => status === 'pending',
        (row) => [{ ...row, status: 'settled' }],
      ),
      'wallets/dst_mei：待结算和未结算的佣金合计不一致',
    ],
    [
      'a commission of an order that is gone',
      spoil(
        'orders',
        ({ _id }) => _id === 'earn11',
        () => [],
      ),
      'ledger_entries/pay:earn11：分录说的那笔业务找不到，应为 orders/earn11',
    ],
    [
      'an order that says it gave more back',
      spoil('orders', any, (row) => [{ ...row, refundedFen: fen(row.refundedFen + 800) }]),
      'orders/earn0 售后合计：订单累计退款和售后、账本不一致，应为 ¥50.00，实为 ¥58.00',
    ],
    [
      'an after-sale refunded with nothing booked',
      spoil('entries', coded('ORDER_REFUNDED'), () => []),
      'ledger_entries/refund:refund8：该有的分录没有',
    ],
    [
      'commissions that a refund left standing',
      spoil('entries', coded('COMMISSION_CLAWED_BACK'), () => []),
      'after_sales/refund8 dst_mei：退款收回的佣金和账本不一致，应为 ¥5.00，实为 ¥0.00',
    ],
    [
      'a withdrawal nobody entered',
      spoil('entries', coded('WITHDRAWAL_REQUESTED'), () => []),
      'ledger_entries/wd:ask4:requested：该有的分录没有',
    ],
    [
      'tax kept by nobody',
      spoil(
        'withdrawals',
        ({ status }) => status === 'paid',
        (row) => [{ ...row, taxFen: fen(10), netFen: fen(row.netFen - 10) }],
      ),
      'ledger_entries/wd:ask4:paid cash:wxpay：分录金额和业务记录不一致，应为 -¥3.90，实为 -¥4.00',
    ],
    [
      'half a fen',
      spoil('entries', coded('ORDER_PAID'), (row) => [
        { ...row, postings: row.postings.map((one) => ({ ...one, amountFen: 0.5 as never })) },
      ]),
      'ledger_entries/pay:earn0：记录残缺或自相矛盾，没法核对，应为 完整，实为 not integer fen: 1',
    ],
    [
      'an order without its lines',
      spoil('orders', any, (row) => [{ ...row, lines: undefined as never }]),
      'orders/earn0：记录残缺或自相矛盾，没法核对',
    ],
    [
      'a withdrawal whose parts contradict each other',
      spoil(
        'withdrawals',
        ({ status }) => status === 'paid',
        (row) => [{ ...row, netFen: fen(1) }],
      ),
      'withdrawals/ask4：提现净额不等于金额减手续费减税，应为 ¥4.00，实为 ¥0.01',
    ],
    [
      'a withdrawal paid and returned',
      spoil(
        'withdrawals',
        ({ status }) => status === 'returned',
        (row) => [{ ...row, status: 'paid', paidAt: NOON }],
      ),
      'ledger_entries/wd:ask6:paid：该有的分录没有',
    ],
    [
      'a withdrawal that its asker approved',
      spoil('withdrawals', any, (row) => [
        { ...row, approvals: [{ by: row.memberId, name: '美', at: NOON }] },
      ]),
      'withdrawals/ask4：提现由本人同意，或同一个人同意了两次',
    ],
    [
      'a bonus nobody decided',
      spoil(
        'decisions',
        ({ kind }) => kind === 'incentive',
        (row) => [{ ...row, status: 'waiting' }],
      ),
      'ledger_entries/incentive:bonus9：不该有这条分录',
    ],
    [
      'a bonus larger than was decided',
      spoil('entries', coded('INCENTIVE_PAID'), (row) => [shift(row, 50)]),
      'ledger_entries/incentive:bonus9：分录金额和业务记录不一致，应为 ¥0.50，实为 ¥1.00',
    ],
    [
      'a bonus that its asker alone agreed to',
      spoil('decisions', any, (row) => [{ ...row, decidedBy: row.askedBy }]),
      'money_decisions/bonus9：奖励或核销由提出人自己复核',
    ],
  ])('show %s', (_label, tamper, words) => {
    expect(said(tamper(sound()))[0]).toContain(words)
  })
})
