// Invariants of the ledger itself: every entry balances, is named once, and all of them add up to zero.
import { dateOf } from '@contract/time'
import type { LedgerEntry } from '@contract/model/ledger'
import { trialBalance } from './trial-balance'

export function checkEntries(entries: readonly LedgerEntry[]): string[] {
  const found: string[] = []
  const seen = new Set<string>()
  for (const entry of entries) {
    if (seen.has(entry._id)) found.push(`entry ${entry._id} exists twice`)
    seen.add(entry._id)
    const sum = entry.postings.reduce((total, posting) => total + posting.amountFen, 0)
    if (sum !== 0) found.push(`entry ${entry._id} is off balance by ${sum}`)
    if (entry.postings.length < 2) found.push(`entry ${entry._id} has one side only`)
    if (entry.postings.some((posting) => posting.amountFen === 0)) {
      found.push(`entry ${entry._id} has a posting of nothing`)
    }
    if (entry.on !== dateOf(entry.at)) found.push(`entry ${entry._id} is dated ${entry.on}`)
  }
  const { totalFen } = trialBalance(entries)
  if (totalFen !== 0) found.push(`the trial balance is ${totalFen}, not 0`)
  return found
}
