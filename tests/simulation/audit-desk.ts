// What the desk decides, by plain arithmetic: bonuses and their budgets, debts written off, taxes and what was paid to
// the office, and refunds that got stuck.
import type { IncentiveBudget, MoneyDecision } from '@contract/model/books'
import type { LedgerEntry, Withdrawal } from '@contract/model/ledger'
import type { AfterSale } from '@contract/model/order'
import type { Shop } from '@contract/model/shop'
import type { TaxRemittance, TaxYear } from '@contract/model/tax'
import type { Cloud } from '../../emulator/cloud'
import type { WechatControl } from '../../emulator/wechat'
import { taxFaults } from './tax-by-hand'

type Fault = (what: string) => void

export function lookAtDesk(database: Cloud['database'], wechat: WechatControl, fault: Fault): void {
  const entries = database.list<LedgerEntry>('ledger_entries')
  lookAtDecisions(database, entries, fault)
  lookAtTaxes(database, entries, fault)
  lookAtRefunds(database.list<AfterSale>('after_sales'), entries, wechat, fault)
}

/** What an entry moves on an account (fen, debit positive). */
function movedOn(entries: readonly LedgerEntry[], account: string): number {
  const postings = entries.flatMap((entry) => entry.postings)
  return sum(
    postings.filter((posting) => posting.account === account),
    (posting) => posting.amountFen,
  )
}

function lookAtDecisions(
  database: Cloud['database'],
  entries: readonly LedgerEntry[],
  fault: Fault,
): void {
  const decisions = database.list<MoneyDecision>('money_decisions')
  const [shop] = database.list<Shop>('settings')
  const fourEyesFen = shop?.withdrawal.fourEyesFen ?? 0
  const byId = new Map(entries.map((entry) => [entry._id, entry]))
  for (const one of decisions) {
    const isBonus = one.kind === 'incentive'
    const key = `${isBonus ? 'incentive' : 'writeoff'}:${one._id}`
    const entry = byId.get(key)
    if ((entry !== undefined) !== (one.status === 'done')) {
      fault(`${key}: the decision is ${one.status}`)
    }
    if (!entry) continue
    const account = isBonus ? 'expense:incentive' : 'expense:bad-debt'
    if (movedOn([entry], account) !== one.amountFen) fault(`${key}: not ${one.amountFen}`)
    if (!entry.postings.every((each) => each.account === account || isOf(each.account, one))) {
      fault(`${key}: moves somebody else's money`)
    }
    if (one.decidedBy === one.askedBy) fault(`${key}: one pair of eyes agreed with itself`)
    if (one.amountFen > fourEyesFen && one.decidedBy === null) fault(`${key}: nobody else agreed`)
  }
  const expected = decisions.filter((one) => one.status === 'done').length
  const there = entries.filter((one) => /^(incentive|writeoff):/.test(one._id)).length
  if (there !== expected) fault(`${expected} decisions, ${there} entries of them`)
  lookAtBudgets(database.list<IncentiveBudget>('incentive_budgets'), decisions, fourEyesFen, fault)
}

const isOf = (account: string, { distributorId }: MoneyDecision) =>
  account === `payable:${distributorId}:available` ||
  account === `payable:${distributorId}:clawback`

function lookAtBudgets(
  budgets: readonly IncentiveBudget[],
  decisions: readonly MoneyDecision[],
  fourEyesFen: number,
  fault: Fault,
): void {
  const bonuses = decisions.filter((one) => one.kind === 'incentive')
  for (const month of new Set(bonuses.map((one) => one.month))) {
    const budget = budgets.find((one) => one._id === month)
    const given = (status: string) =>
      sum(
        bonuses.filter((one) => one.month === month && one.status === status),
        (one) => one.amountFen,
      )
    const expected = [given('done'), given('waiting')]
    const there = [budget?.paidFen, budget?.waitingFen]
    if (expected.join() !== there.join())
      fault(`budget ${month}: ${there.join()}, is ${expected.join()}`)
    const most = budget?.budgetFen ?? 0
    if (given('done') + given('waiting') > most) fault(`budget ${month}: more than ${most} given`)
  }
  const alone = bonuses.filter((one) => one.status === 'done' && one.decidedBy === null)
  for (const on of new Set(alone.map(dayOf))) {
    const ofDay = sum(
      alone.filter((one) => dayOf(one) === on),
      (one) => one.amountFen,
    )
    if (ofDay > fourEyesFen) fault(`bonuses of ${on}: ${ofDay} given by one pair of eyes`)
  }
}

const dayOf = ({ askedAt }: MoneyDecision) =>
  new Date(askedAt + 8 * 3_600_000).toISOString().slice(0, 10)

function lookAtTaxes(
  database: Cloud['database'],
  entries: readonly LedgerEntry[],
  fault: Fault,
): void {
  const withdrawals = database.list<Withdrawal>('withdrawals')
  const years = database.list<TaxYear>('tax_years')
  const [shop] = database.list<Shop>('settings')
  for (const distributorId of new Set(withdrawals.map((one) => one.distributorId))) {
    const own = withdrawals.filter((one) => one.distributorId === distributorId)
    const ownYears = years.filter((one) => one.distributorId === distributorId)
    for (const what of taxFaults(own, shop?.tax ?? [], ownYears)) fault(`tax: ${what}`)
  }
  const remittances = database.list<TaxRemittance>('tax_remittances')
  const paid = withdrawals.filter((one) => one.status === 'paid')
  const withheldFen = sum(paid, (one) => one.taxFen)
  const remittedFen = sum(remittances, (one) => one.remittedFen)
  const onAccount = 0 - movedOn(entries, 'tax:withheld')
  if (onAccount !== withheldFen - remittedFen) {
    fault(`tax:withheld is ${onAccount}, withheld ${withheldFen}, paid ${remittedFen}`)
  }
  for (const { _id: month, remittedFen: sumFen, payments } of remittances) {
    const ofPayments = sum(payments, (one) => one.amountFen)
    if (ofPayments !== sumFen) fault(`taxes of ${month}: ${sumFen}, payments ${ofPayments}`)
    const vouchers = new Set(payments.map((one) => one.voucherNo))
    if (vouchers.size !== payments.length) fault(`taxes of ${month}: a voucher counted twice`)
    const most = sum(
      paid.filter((one) => one.taxMonth === month),
      (one) => one.taxFen,
    )
    if (sumFen > most) fault(`taxes of ${month}: ${sumFen} paid, ${most} withheld`)
    for (const { voucherNo, amountFen } of payments) {
      const entry = entries.find((one) => one._id === `tax:${month}:${voucherNo}`)
      const moved = entry ? movedOn([entry], 'tax:withheld') : 0
      if (moved !== amountFen) fault(`tax:${month}:${voucherNo}: ${moved} entered of ${amountFen}`)
    }
  }
  const fees = 0 - movedOn(entries, 'income:withdrawal-fee')
  const expected = sum(paid, (one) => one.feeFen)
  if (fees !== expected) fault(`withdrawal fees are ${fees}, taken were ${expected}`)
}

/** Each after-sale gives money back once: by WeChat under one of its numbers, or by hand from the bank. */
function lookAtRefunds(
  afterSales: readonly AfterSale[],
  entries: readonly LedgerEntry[],
  wechat: WechatControl,
  fault: Fault,
): void {
  const succeeded = wechat.refunds().filter(({ state }) => state === 'SUCCESS')
  for (const one of afterSales) {
    const number = one._id.slice('afs_'.length)
    const own = succeeded.filter(({ outRefundNo }) => outRefundNo.split('_')[0] === number)
    const sentFen = sum(own, (refund) => refund.amountFen)
    if (own.length > 1) fault(`${one._id}: WeChat refunded it ${own.length} times`)
    const entry = entries.find((each) => each._id === `refund:${one._id}`)
    const fromBank = entry ? 0 - movedOn([entry], 'cash:bank') : 0
    const fromWechat = entry ? 0 - movedOn([entry], 'cash:wxpay') : 0
    const isByHand = one.refundedByHand !== undefined
    const isRefunded = one.status === 'refunded'
    const expected = isRefunded ? one.refundFen : 0
    if (fromBank !== (isByHand ? expected : 0)) fault(`${one._id}: ${fromBank} from the bank`)
    if (fromWechat !== (isByHand ? 0 : expected)) fault(`${one._id}: ${fromWechat} from WeChat`)
    if (isByHand && sentFen > 0) fault(`${one._id}: handed back, and by WeChat too`)
    if (isRefunded && !isByHand && sentFen !== one.refundFen) {
      fault(`${one._id}: refunded ${one.refundFen}, WeChat gave ${sentFen}`)
    }
  }
}

function sum<T>(rows: readonly T[], amountOf: (row: T) => number): number {
  return rows.reduce((total, row) => total + amountOf(row), 0)
}
