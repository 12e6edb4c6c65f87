// The auditor of workflow tests: reads everything that is stored and asks the ledger's invariants.
import type { MoneyDecision, StatementMonth } from '@contract/model/books'
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import type { AfterSale, Order } from '@contract/model/order'
import type { TaxRemittance, TaxYear } from '@contract/model/tax'
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
    remittances: database.list<TaxRemittance>('tax_remittances'),
    taxYears: database.list<TaxYear>('tax_years'),
    closings: database.list<StatementMonth>('statement_months'),
  }).map(differenceText)
}
