/**
 * Unique indexes. A key is a thing of its own: a write claims it for a document or gives it up, and while a
 * transaction is open both belong to that transaction, as they do in MongoDB.
 */
import type { CollectionIndex } from './collection-index'
import { writeEjson } from './ejson'
import { duplicateKey, transactionConflict } from './tcb-error'
import { LockHeld, writeKey, type Transaction, type Write } from './transaction'
import { valueAt, type Document } from './values'

/** Who holds which unique key after the writes made so far; null: it was given up. */
export type PendingKeys = Map<string, string | null>

/**
 * Throws when a write breaks a unique index; else notes in `pending` the keys it claims and gives up.
 * `before` is the document as the writer sees it.
 */
export function checkUnique(
  write: Write,
  before: Document | null,
  pending: PendingKeys,
  transaction: Transaction | null,
): void {
  const { collection, document } = write
  for (const index of collection.indexes) {
    if (!index.unique || (before && document && index.isBlindTo(before, document))) continue
    const held = before ? index.keysOf(before) : []
    const wanted = document ? index.keysOf(document) : []
    for (const sort of wanted) {
      if (!held.includes(sort)) claim(write, index, sort, pending, transaction)
    }
    for (const sort of held) {
      if (!wanted.includes(sort)) note(write, index, sort, null, pending, transaction)
    }
  }
}

function claim(
  write: Write,
  index: CollectionIndex,
  sort: string,
  pending: PendingKeys,
  transaction: Transaction | null,
): void {
  const { collection } = write
  const mark = index.mark(sort)
  const taker = collection.reservations.get(mark)
  if (taker && taker !== transaction) {
    if (transaction) throw transactionConflict()
    throw new LockHeld(taker)
  }
  const changedAt = collection.keyChanges.get(mark) ?? 0
  if (transaction && changedAt > (transaction.snapshot ?? 0)) throw transactionConflict()
  if (isHeldByAnother(write, index, sort, pending)) throw duplicate(write, index)
  note(write, index, sort, write.key, pending, transaction)
}

function note(
  { collection }: Write,
  index: CollectionIndex,
  sort: string,
  holder: string | null,
  pending: PendingKeys,
  transaction: Transaction | null,
): void {
  const mark = index.mark(sort)
  pending.set(writeKey(collection, mark), holder)
  if (!transaction || collection.reservations.has(mark)) return
  collection.reservations.set(mark, transaction)
  transaction.reserved.push({ collection, mark })
}

function isHeldByAnother(
  { collection, key }: Write,
  index: CollectionIndex,
  sort: string,
  pending: PendingKeys,
): boolean {
  const holder = pending.get(writeKey(collection, index.mark(sort)))
  if (holder !== undefined) return holder !== null && holder !== key
  for (const other of index.holders(sort)) if (other !== key) return true
  return false
}

function duplicate({ collection, document }: Write, { spec, fields }: CollectionIndex): Error {
  const shown = fields
    .map((field) => `${field}: ${writeEjson(valueAt(document as Document, field) ?? null)}`)
    .join(', ')
  return duplicateKey(collection.name, spec.name, `{ ${shown} }`)
}
