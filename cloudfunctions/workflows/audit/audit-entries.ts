// Entries of the nightly audit: each right for itself, about something that exists, of people who have a wallet.
import type { LedgerEntry } from '@contract/model/ledger'
import { checkEntry } from '../../domain/ledger/check-entries'
import { checkReference, subjectOf } from '../../domain/ledger/check-references'
import { differ, type Difference } from '../../domain/ledger/difference'
import type { CollectionName } from '../../ports/store'
import type { World } from '../../ports/world'

/** An entry never changes, and what it is about was there before it: nothing here depends on the moment. */
export async function auditEntries(
  world: World,
  entries: readonly LedgerEntry[],
): Promise<Difference[]> {
  const people = new Set(entries.flatMap((entry) => entry.distributorIds))
  const subjects = new Set([
    ...entries.map(subjectOf),
    ...[...people].map((distributorId) => `wallets/${distributorId}`),
  ])
  const known = await existing(world, subjects)
  return entries.flatMap((entry) => [
    ...checkEntry(entry),
    ...checkReference(entry, (subject) => known.has(subject)),
    ...entry.distributorIds
      .filter((id) => !known.has(`wallets/${id}`))
      .map((id) => differ('WALLET_MISSING', `wallets/${id}`, '有', '没有')),
  ])
}

/** Those of `collection/id` that are there: one read a collection. */
async function existing(world: World, subjects: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const byCollection = new Map<string, string[]>()
  for (const subject of subjects) {
    const at = subject.indexOf('/')
    const collection = subject.slice(0, at)
    byCollection.set(collection, [...(byCollection.get(collection) ?? []), subject.slice(at + 1)])
  }
  const known = new Set<string>()
  for (const [collection, ids] of byCollection) {
    const rows = await world.store.getMany(collection as CollectionName, ids)
    for (const row of rows) known.add(`${collection}/${row._id}`)
  }
  return known
}
