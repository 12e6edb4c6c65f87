// Invariants of the ledger itself: every entry balances, is named once, and all of them add up to zero.
import { sumFen } from '@contract/money'
import { dateOf } from '@contract/time'
import type { LedgerEntry } from '@contract/model/ledger'
import { readAccount } from './accounts'
import { differ, expectSame, guarded, type Difference } from './difference'
import { trialBalance } from './trial-balance'

export function checkEntries(entries: readonly LedgerEntry[]): Difference[] {
  const found: Difference[] = []
  const seen = new Set<string>()
  for (const entry of entries) {
    if (seen.has(entry._id)) found.push(differ('ENTRY_REPEATED', recordOf(entry), 1, 2))
    seen.add(entry._id)
    found.push(...checkEntry(entry))
  }
  return [...found, ...guarded('试算平衡', () => checkTotal(entries))]
}

function checkTotal(entries: readonly LedgerEntry[]): Difference[] {
  return expectSame('TRIAL_BALANCE', '试算平衡', 0, trialBalance(entries).totalFen)
}

/** What one entry must be for itself, whatever else is stored. */
export function checkEntry(entry: LedgerEntry): Difference[] {
  const record = recordOf(entry)
  return guarded(record, () => checkSides(record, entry))
}

function checkSides(record: string, entry: LedgerEntry): Difference[] {
  const { postings } = entry
  const sum = sumFen(postings, (posting) => posting.amountFen)
  const nothing = postings.find((posting) => posting.amountFen === 0)
  const people = new Set(
    postings.flatMap((posting) => readAccount(posting.account)?.distributorId ?? []),
  )
  return [
    ...expectSame('ENTRY_UNBALANCED', record, 0, sum),
    ...(postings.length < 2 ? [differ('ENTRY_ONE_SIDED', record, '两边', '一边')] : []),
    ...(nothing ? [differ('ENTRY_NOTHING', `${record} ${nothing.account}`, '不为零', 0)] : []),
    ...expectSame('ENTRY_DATE', record, dateOf(entry.at), entry.on),
    ...expectSame('ENTRY_PEOPLE', record, sorted(people), sorted(entry.distributorIds)),
  ]
}

const recordOf = (entry: LedgerEntry) => `ledger_entries/${entry._id}`
const sorted = (ids: Iterable<string>) => [...ids].sort().join(' ') || '无'
