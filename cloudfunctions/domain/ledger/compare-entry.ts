// Holds a stored entry against the one that its business record calls for, account by account.
import { dateTimeText } from '@contract/time'
import type { LedgerEntry } from '@contract/model/ledger'
import { differ, expectSame, type Difference } from './difference'
import { foldEntries } from './trial-balance'

/** `wanted` null: no entry may stand under the key. Moments are compared too: they come from the same record. */
export function compareEntry(
  key: string,
  wanted: LedgerEntry | null,
  stored: LedgerEntry | undefined,
): Difference[] {
  const record = `ledger_entries/${key}`
  if (wanted === null)
    return stored ? [differ('ENTRY_UNEXPECTED', record, '没有', stored.code)] : []
  if (!stored) return [differ('ENTRY_MISSING', record, wanted.code, '没有')]
  const due = foldEntries([wanted])
  const there = foldEntries([stored])
  const accounts = new Set([...due.keys(), ...there.keys()])
  return [
    ...[...accounts].flatMap((account) =>
      expectSame(
        'ENTRY_AMOUNT',
        `${record} ${account}`,
        due.get(account) ?? 0,
        there.get(account) ?? 0,
      ),
    ),
    ...expectSame('ENTRY_MOMENT', record, dateTimeText(wanted.at), dateTimeText(stored.at)),
  ]
}
