// The books' invariants over everything that is stored: what an auditor would ask, answered in words.
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import type { Order } from '@contract/model/order'
import { checkCommissions } from './check-commissions'
import { checkEntries } from './check-entries'
import { checkOrders } from './check-orders'
import { checkWallets } from './check-wallets'
import { checkWithdrawals } from './check-withdrawals'

export interface Books {
  readonly entries: readonly LedgerEntry[]
  readonly wallets: readonly Wallet[]
  readonly commissions: readonly Commission[]
  readonly withdrawals: readonly Withdrawal[]
  readonly orders: readonly Order[]
}

/** Violations, each naming its record; empty when the books are right. */
export function checkInvariants(books: Books): string[] {
  return [
    ...checkEntries(books.entries),
    ...checkWallets(books),
    ...checkCommissions(books),
    ...checkOrders(books),
    ...checkWithdrawals(books),
  ]
}
