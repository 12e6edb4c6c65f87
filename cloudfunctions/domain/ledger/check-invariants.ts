// The books' invariants over everything that is stored: what an auditor would ask, the first cause first.
import type { MoneyDecision, StatementMonth } from '@contract/model/books'
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import type { AfterSale, Order } from '@contract/model/order'
import type { TaxRemittance, TaxYear } from '@contract/model/tax'
import { sumFen } from '@contract/money'
import { checkClosing } from './check-closings'
import { checkCommission } from './check-commissions'
import { checkDecision } from './check-decisions'
import { checkEntries } from './check-entries'
import { checkOrder } from './check-orders'
import { checkReference } from './check-references'
import { checkRemittance, checkTaxYear } from './check-taxes'
import { checkWallet } from './check-wallets'
import { checkWithdrawal } from './check-withdrawals'
import { differ, expectSame, guarded, type Difference } from './difference'
import { groupBy } from './group-by'
import { foldEntries } from './trial-balance'

export interface Books {
  readonly entries: readonly LedgerEntry[]
  readonly wallets: readonly Wallet[]
  readonly commissions: readonly Commission[]
  readonly withdrawals: readonly Withdrawal[]
  readonly orders: readonly Order[]
  readonly afterSales: readonly AfterSale[]
  readonly decisions: readonly MoneyDecision[]
  readonly remittances: readonly TaxRemittance[]
  readonly taxYears: readonly TaxYear[]
  readonly closings: readonly StatementMonth[]
}

/**
 * Differences, each naming its record; empty when the books are right. Entries first, then the business records that
 * caused them, then wallets: what is wrong with an entry is told before everything that follows from it.
 */
export function checkInvariants(books: Books): Difference[] {
  const entries = new Map(books.entries.map((entry) => [entry._id, entry]))
  const ofEntries = checkEntries(books.entries)
  // Nothing can be added up over an entry that can't be read.
  if (ofEntries.some((found) => found.rule === 'RECORD_BROKEN')) return ofEntries
  return [
    ...ofEntries,
    ...books.commissions.flatMap(checkCommission),
    ...checkOrders(books, entries),
    ...books.withdrawals.flatMap((withdrawal) => checkWithdrawal(withdrawal, entries)),
    ...books.decisions.flatMap((decision) => checkDecision(decision, entries)),
    ...books.remittances.flatMap((remittance) => checkRemittance(remittance, entries)),
    ...checkSubjects(books),
    ...checkWallets(books),
    ...checkTaxYears(books),
    ...checkClosings(books),
    ...checkExpense(books),
  ]
}

function checkOrders(books: Books, entries: ReadonlyMap<string, LedgerEntry>): Difference[] {
  const commissions = groupBy(books.commissions, (commission) => [commission.orderId])
  const afterSales = groupBy(books.afterSales, (afterSale) => [afterSale.orderId])
  return books.orders.flatMap((order) =>
    checkOrder({
      order,
      entries,
      commissions: commissions.get(order._id) ?? [],
      afterSales: afterSales.get(order._id) ?? [],
    }),
  )
}

function checkSubjects(books: Books): Difference[] {
  const known = new Set<string>()
  const add = (collection: string, rows: readonly { readonly _id: string }[]) => {
    for (const row of rows) known.add(`${collection}/${row._id}`)
  }
  add('orders', books.orders)
  add('after_sales', books.afterSales)
  add('commissions', books.commissions)
  add('withdrawals', books.withdrawals)
  add('money_decisions', books.decisions)
  add('tax_remittances', books.remittances)
  return [
    ...books.entries.flatMap((entry) => checkReference(entry, (subject) => known.has(subject))),
    ...books.commissions.flatMap(({ _id, orderId }) =>
      known.has(`orders/${orderId}`)
        ? []
        : [differ('COMMISSION_ORPHAN', `commissions/${_id}`, `orders/${orderId}`, '没有')],
    ),
  ]
}

function checkWallets(books: Books): Difference[] {
  const entries = groupBy(books.entries, (entry) => entry.distributorIds)
  const commissions = groupBy(books.commissions, (commission) => [commission.distributorId])
  const withdrawals = groupBy(books.withdrawals, (withdrawal) => [withdrawal.distributorId])
  const known = new Set(books.wallets.map((wallet) => wallet._id))
  const missing = [...entries.keys()].filter((id) => !known.has(id))
  return [
    ...missing.map((id) => differ('WALLET_MISSING', `wallets/${id}`, '有', '没有')),
    ...books.wallets.flatMap((wallet) =>
      checkWallet({
        wallet,
        entries: entries.get(wallet._id) ?? [],
        commissions: commissions.get(wallet._id) ?? [],
        withdrawals: withdrawals.get(wallet._id) ?? [],
      }),
    ),
  ]
}

function checkExpense(books: Books): Difference[] {
  return guarded('expense:commission', () => {
    const net = sumFen(books.commissions, (commission) => commission.netFen)
    const expense = foldEntries(books.entries).get('expense:commission') ?? 0
    return expectSame('COMMISSION_EXPENSE', 'expense:commission', net, expense)
  })
}

function checkTaxYears(books: Books): Difference[] {
  const withdrawals = groupBy(books.withdrawals, (withdrawal) => [withdrawal.distributorId])
  return books.taxYears.flatMap((year) =>
    checkTaxYear(year, withdrawals.get(year.distributorId) ?? []),
  )
}

function checkClosings(books: Books): Difference[] {
  if (books.closings.length === 0) return []
  const entries = groupBy(books.entries, (entry) => entry.distributorIds)
  return books.closings.flatMap((closing) =>
    checkClosing(closing, entries.get(closing.distributorId) ?? []),
  )
}
