/**
 * The multi-version store: snapshot transactions where the first writer wins, and single writes that wait for them.
 * Everything is synchronous; a write that must wait throws LockHeld, and the caller tries again when `released`.
 */
import { randomBytes } from 'node:crypto'
import type { CollectionIndex } from './collection-index'
import { Collection } from './collection'
import {
  collectionExists,
  collectionMissing,
  duplicateKey,
  transactionConflict,
  transactionMissing,
} from './tcb-error'
import { valueAt, type Document } from './values'
import { writeEjson } from './ejson'

export const TRANSACTION_LIFETIME_MS = 30_000

export interface Write {
  collection: StoreCollection
  key: string
  /** null removes. */
  document: Document | null
  insert?: boolean
  /** Its unique index keys, worked out once: a batch compares every write with every other. */
  uniqueKeys?: Map<CollectionIndex, string[]>
}

export type StoreCollection = Collection<Transaction>

export class Transaction {
  readonly id = randomBytes(16).toString('hex')
  /** The commit its reads are as of; null before its first operation. */
  snapshot: number | null = null
  readonly writes = new Map<string, Write>()
  readonly reserved: { collection: StoreCollection; mark: string }[] = []
  /** Resolves when it has ended, one way or the other. */
  readonly released: Promise<void>
  release!: () => void
  timer: NodeJS.Timeout | null = null

  /** `owner`: the invocation that began it, when known; `begunAt` by the cloud's clock. */
  constructor(
    readonly owner: string | undefined,
    readonly begunAt: number,
  ) {
    this.released = new Promise((resolve) => (this.release = resolve))
  }
}

/** Not an error of the service: the write has to wait until `holder` ends. */
export class LockHeld extends Error {
  constructor(readonly holder: Transaction) {
    super('waiting for a transaction')
  }
}

/** Told of every commit before it is acknowledged. */
export interface CommitListener {
  committed(writes: Write[]): void
  collectionCreated(name: string): void
}

export class Store {
  readonly collections = new Map<string, StoreCollection>()
  readonly transactions = new Map<string, Transaction>()
  /** Changes that open transactions may look behind, oldest first. */
  private past: { collection: StoreCollection; key: string; sequence: number }[] = []
  private sequence = 1
  listener: CommitListener | null = null

  createCollection(name: string, acl = 'ADMINONLY'): StoreCollection {
    if (this.collections.has(name)) throw collectionExists()
    const collection: StoreCollection = new Collection(name, acl)
    this.collections.set(name, collection)
    this.listener?.collectionCreated(name)
    return collection
  }

  collection(name: string): StoreCollection {
    const collection = this.collections.get(name)
    if (!collection) throw collectionMissing(name)
    return collection
  }

  begin(owner?: string, now = 0): Transaction {
    const transaction = new Transaction(owner, now)
    transaction.timer = setTimeout(() => this.end(transaction), TRANSACTION_LIFETIME_MS)
    transaction.timer.unref()
    this.transactions.set(transaction.id, transaction)
    return transaction
  }

  /** The open transaction of that id, its snapshot taken; null for "outside of any". */
  transaction(id: string | undefined): Transaction | null {
    if (!id) return null
    const transaction = this.transactions.get(id)
    if (!transaction) throw transactionMissing()
    transaction.snapshot ??= this.sequence
    return transaction
  }

  commit(id: string): void {
    const transaction = this.transactions.get(id)
    if (!transaction) throw transactionMissing()
    const writes = [...transaction.writes.values()]
    this.end(transaction)
    this.apply(writes)
  }

  abort(id: string): void {
    const transaction = this.transactions.get(id)
    if (!transaction) throw transactionMissing()
    this.end(transaction)
  }

  /** Ends transactions past their lifetime by the cloud's clock that nobody is left to end. */
  expire(now: number, isAlive: (owner: string) => boolean): void {
    for (const transaction of [...this.transactions.values()]) {
      const { owner, begunAt } = transaction
      const isOrphan = owner !== undefined && !isAlive(owner)
      if (isOrphan && now - begunAt >= TRANSACTION_LIFETIME_MS) this.end(transaction)
    }
  }

  abortAll(): void {
    for (const transaction of this.transactions.values()) this.end(transaction)
  }

  private end(transaction: Transaction): void {
    if (transaction.timer) clearTimeout(transaction.timer)
    this.transactions.delete(transaction.id)
    for (const { collection, key } of transaction.writes.values()) collection.locks.delete(key)
    for (const { collection, mark } of transaction.reserved) collection.reservations.delete(mark)
    this.forgetPast()
    transaction.release()
  }

  private forgetPast(): void {
    let oldest = Infinity
    for (const { snapshot } of this.transactions.values()) {
      if (snapshot !== null && snapshot < oldest) oldest = snapshot
    }
    let done = 0
    for (const change of this.past) {
      if (change.sequence > oldest) break
      change.collection.forget(change.key, oldest)
      done++
    }
    if (done) this.past = this.past.slice(done)
  }

  /** The document as that transaction (or, outside of any, the present) sees it. */
  see(collection: StoreCollection, key: string, transaction: Transaction | null): Document | null {
    if (!transaction) return collection.documents.get(key)?.document ?? null
    const own = transaction.writes.get(writeKey(collection, key))
    if (own) return own.document
    return collection.asOf(key, transaction.snapshot ?? this.sequence)
  }

  /** Carries out one statement: all of its writes or none. */
  write(writes: Write[], transaction: Transaction | null): void {
    if (transaction) return this.writeInside(writes, transaction)
    for (const { collection, key } of writes) {
      const holder = collection.locks.get(key)
      if (holder) throw new LockHeld(holder)
    }
    const batch = new Map<string, Write>()
    for (const write of writes) {
      const mark = writeKey(write.collection, write.key)
      if (write.insert && (write.collection.documents.has(write.key) || batch.has(mark))) {
        throw duplicateId(write)
      }
      this.checkUnique(write, batch, null)
      batch.set(mark, write)
    }
    this.apply(writes)
  }

  private writeInside(writes: Write[], transaction: Transaction): void {
    try {
      for (const write of writes) {
        const { collection, key } = write
        const holder = collection.locks.get(key)
        if (holder && holder !== transaction) throw transactionConflict()
        if (collection.changedSince(key, transaction.snapshot ?? 0)) throw transactionConflict()
        if (write.insert && this.see(collection, key, transaction)) throw duplicateId(write)
        this.checkUnique(write, transaction.writes, transaction)
        collection.locks.set(key, transaction)
        transaction.writes.set(writeKey(collection, key), write)
      }
    } catch (error) {
      this.end(transaction)
      throw error
    }
  }

  private checkUnique(
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
          this.refuseTaken(index, sort, write, transaction)
        }
        if (transaction && !taker) {
          collection.reservations.set(mark, transaction)
          transaction.reserved.push({ collection, mark })
        }
      }
    }
  }

  /** Somebody holds the unique key: final, unless the holder is itself about to change. */
  private refuseTaken(
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

  /** Makes writes current, as one commit. */
  apply(writes: Write[]): void {
    if (!writes.length) return
    const sequence = ++this.sequence
    let keepPast = false
    for (const { snapshot } of this.transactions.values()) keepPast ||= snapshot !== null
    for (const { collection, key, document } of writes) {
      collection.put(key, document, sequence, keepPast)
      if (keepPast) this.past.push({ collection, key, sequence })
    }
    this.listener?.committed(writes)
  }

  /** Ends every transaction, puts every collection's documents in place of the present ones. */
  load(collections: Map<string, Map<string, Document>>): void {
    this.abortAll()
    this.past = []
    const sequence = ++this.sequence
    for (const [name, collection] of this.collections) {
      const documents = collections.get(name) ?? new Map<string, Document>()
      collection.load([...documents].map(([key, document]) => [key, { document, sequence }]))
    }
  }
}

export function writeKey(collection: StoreCollection, key: string): string {
  return `${collection.name}\0${key}`
}

function duplicateId({ collection, document }: Write): Error {
  return duplicateKey(collection.name, '_id_', `{ _id: ${writeEjson(document?._id)} }`)
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
