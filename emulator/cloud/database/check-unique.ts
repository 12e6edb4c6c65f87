/** Unique indexes: who holds a key, counting the writes that are pending and the transactions still open. */
import type { CollectionIndex } from './collection-index'
import { writeEjson } from './ejson'
import { duplicateKey, transactionConflict } from './tcb-error'
import { LockHeld, writeKey, type Transaction, type Write } from './transaction'
import { valueAt, type Document } from './values'

/** Throws when a write breaks a unique index; a transaction takes the keys it passes. */
export function checkUnique(
  write: Write,
  pending: Map<string, Write>,
  transaction: Transaction | null,
): void {
  const { collection, document } = write
  if (!document) return
  for (const index of collection.indexes) {
    if (!index.unique) continue
    for (const sort of uniqueKeys(write, index)) {
      const mark = `${index.spec.name}\0${sort}`
      const taker = collection.reservations.get(mark)
      if (taker && taker !== transaction) {
        if (transaction) throw transactionConflict()
        throw new LockHeld(taker)
      }
      if (holdsElsewhere(index, sort, write, pending)) {
        refuseTaken(index, sort, write, transaction)
      }
      if (transaction && !taker) {
        collection.reservations.set(mark, transaction)
        transaction.reserved.push({ collection, mark })
      }
    }
  }
}

/** Somebody holds the unique key: final, unless the holder is itself about to change. */
function refuseTaken(
  index: CollectionIndex,
  sort: string,
  { collection, document }: Write,
  transaction: Transaction | null,
): never {
  for (const holderKey of index.holders(sort)) {
    const locker = collection.locks.get(holderKey)
    if (locker && locker !== transaction) {
      if (transaction) throw transactionConflict()
      throw new LockHeld(locker)
    }
    if (transaction && collection.changedSince(holderKey, transaction.snapshot ?? 0)) {
      throw transactionConflict()
    }
  }
  const shown = index.fields
    .map((field) => `${field}: ${writeEjson(valueAt(document as Document, field) ?? null)}`)
    .join(', ')
  throw duplicateKey(collection.name, index.spec.name, `{ ${shown} }`)
}

/** Whether another document holds a unique key, once the pending writes are counted in. */
function holdsElsewhere(
  index: CollectionIndex,
  sort: string,
  { collection, key }: Write,
  pending: Map<string, Write>,
): boolean {
  for (const holder of index.holders(sort)) {
    if (holder !== key && !pending.has(writeKey(collection, holder))) return true
  }
  for (const other of pending.values()) {
    if (other.collection !== collection || other.key === key || !other.document) continue
    if (uniqueKeys(other, index).includes(sort)) return true
  }
  return false
}

function uniqueKeys(write: Write, index: CollectionIndex): string[] {
  write.uniqueKeys ??= new Map()
  let keys = write.uniqueKeys.get(index)
  if (!keys) {
    keys = index.keysOf(write.document as Document)
    write.uniqueKeys.set(index, keys)
  }
  return keys
}
