/**
 * The multi-version store: snapshot transactions where the first writer wins, and single writes that wait for them.
 * Everything is synchronous; a write that must wait throws LockHeld, and the caller tries again when `released`.
 */
import { checkUnique } from './check-unique'
import { Collection } from './collection'
import { writeEjson } from './ejson'
import {
  collectionExists,
  collectionMissing,
  duplicateKey,
  transactionConflict,
  transactionMissing,
} from './tcb-error'
import {
  LockHeld,
  Transaction,
  TRANSACTION_LIFETIME_MS,
  writeKey,
  type StoreCollection,
  type Write,
} from './transaction'
import type { Document } from './values'

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
      checkUnique(write, batch, null)
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
        checkUnique(write, transaction.writes, transaction)
        collection.locks.set(key, transaction)
        transaction.writes.set(writeKey(collection, key), write)
      }
    } catch (error) {
      this.end(transaction)
      throw error
    }
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

function duplicateId({ collection, document }: Write): Error {
  return duplicateKey(collection.name, '_id_', `{ _id: ${writeEjson(document?._id)} }`)
}
