// The auditor of workflow tests: reads everything that is stored and asks the ledger's invariants.
import type { MoneyDecision } from '@contract/model/books'
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import type { AfterSale, Order } from '@contract/model/order'
import { checkInvariants } from '../../cloudfunctions/domain/ledger/check-invariants'
import { differenceText } from '../../cloudfunctions/domain/ledger/difference'
import type { Cloud } from '../../emulator/cloud'

/** Violations in words; empty when the books are right. */
export function violationsIn(database: Cloud['database']): readonly string[] {
  return checkInvariants({
    entries: database.list<LedgerEntry>('ledger_entries'),
    wallets: database.list<Wallet>('wallets'),
    commissions: database.list<Commission>('commissions'),
    withdrawals: database.list<Withdrawal>('withdrawals'),
    orders: database.list<Order>('orders'),
    afterSales: database.list<AfterSale>('after_sales'),
    decisions: database.list<MoneyDecision>('money_decisions'),
  }).map(differenceText)
}
