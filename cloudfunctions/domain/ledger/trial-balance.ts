// Folds entries into balances: what every other figure about money must agree with.
import { addFen, sumFen, ZERO, type Fen } from '@contract/money'
import type { LedgerAccount, LedgerEntry } from '@contract/model/ledger'
import { compareCodePoints } from '../text/compare-code-points'

/** Balance of each account that was ever posted to: debit positive, credit negative (fen). */
export function foldEntries(entries: Iterable<LedgerEntry>): Map<LedgerAccount, Fen> {
  const balances = new Map<LedgerAccount, Fen>()
  for (const entry of entries) {
    for (const { account, amountFen } of entry.postings) {
      balances.set(account, addFen(balances.get(account) ?? ZERO, amountFen))
    }
  }
  return balances
}

export interface TrialBalance {
  readonly rows: readonly { readonly account: LedgerAccount; readonly balanceFen: Fen }[]
  /** Zero, or the books are wrong. */
  readonly totalFen: Fen
}

/** All accounts by name, and their sum. */
export function trialBalance(entries: Iterable<LedgerEntry>): TrialBalance {
  const rows = [...foldEntries(entries)]
    .map(([account, balanceFen]) => ({ account, balanceFen }))
    .sort((a, b) => compareCodePoints(a.account, b.account))
  return { rows, totalFen: sumFen(rows, (row) => row.balanceFen) }
}
