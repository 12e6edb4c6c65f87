/**
 * The multi-version store: snapshot transactions where the first writer wins, and single writes that wait for them.
 * Everything is synchronous; a write that must wait throws LockHeld, and the caller tries again when `released`.
 */
import { accessOf, checkCollectionName } from './check-collections'
import { checkDocument } from './check-document'
import { checkUnique, type PendingKeys } from './check-unique'
import { Collection } from './collection'
import type { CollectionSpec } from './collections-file'
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

/** Told of every change before it is made; when it throws, the change is not made. */
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

  createCollection(name: string, acl?: CollectionSpec['acl']): StoreCollection {
    checkCollectionName(name)
    if (this.collections.has(name)) throw collectionExists()
    this.listener?.collectionCreated(name)
    const collection: StoreCollection = new Collection(name, accessOf(acl))
    this.collections.set(name, collection)
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

  /** Ends a transaction if there still is one of that id. */
  drop(id: string | undefined): void {
    const transaction = id === undefined ? undefined : this.transactions.get(id)
    if (transaction) this.end(transaction)
  }

  /**
   * Ends transactions past their lifetime by the cloud's clock. Those of an invocation that still runs are spared:
   * for it no time has passed, somebody moved the clock.
   */
  expire(now: number, isRunning: (owner: string) => boolean): void {
    for (const transaction of [...this.transactions.values()]) {
      const { owner, begunAt } = transaction
      if (owner !== undefined && isRunning(owner)) continue
      if (now - begunAt >= TRANSACTION_LIFETIME_MS) this.end(transaction)
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
    if (oldest === Infinity)
      for (const { keyChanges } of this.collections.values()) keyChanges.clear()
  }

  /** The document as that transaction (or, outside of any, the present) sees it. */
  see(collection: StoreCollection, key: string, transaction: Transaction | null): Document | null {
    if (!transaction) return collection.documents.get(key)?.document ?? null
    const own = transaction.writes.get(writeKey(collection, key))
    if (own) return own.document
    return collection.asOf(key, transaction.snapshot ?? this.sequence)
  }

  /**
   * Carries out one statement. In a transaction it is done whole, or the transaction ends; outside of any, documents
   * are written one by one as MongoDB does it, and those before the one that is refused stay written.
   */
  write(writes: Write[], transaction: Transaction | null): void {
    if (transaction) this.writeInside(writes, transaction)
    else this.writeOutside(writes)
  }

  private writeOutside(writes: Write[]): void {
    for (const { collection, key } of writes) {
      const holder = collection.locks.get(key)
      if (holder) throw new LockHeld(holder)
    }
    const accepted = new Map<string, Write>()
    const keys: PendingKeys = new Map()
    let refusal: Error | null = null
    for (const write of writes) {
      const { collection, key } = write
      const place = writeKey(collection, key)
      const before = (accepted.get(place) ?? collection.documents.get(key))?.document ?? null
      try {
        if (write.insert && before) throw duplicateId(write)
        checkDocument(write)
        checkUnique(write, before, keys, null)
      } catch (error) {
        if (error instanceof LockHeld) throw error
        refusal = error as Error
        break
      }
      accepted.set(place, write)
    }
    this.apply([...accepted.values()])
    if (refusal) throw refusal
  }

  private writeInside(writes: Write[], transaction: Transaction): void {
    try {
      for (const write of writes) {
        const { collection, key } = write
        const holder = collection.locks.get(key)
        if (holder && holder !== transaction) throw transactionConflict()
        if (collection.changedSince(key, transaction.snapshot ?? 0)) throw transactionConflict()
        const before = this.see(collection, key, transaction)
        if (write.insert && before) throw duplicateId(write)
        checkDocument(write)
        checkUnique(write, before, transaction.keys, transaction)
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
    this.listener?.committed(writes)
    const sequence = ++this.sequence
    let keepPast = false
    for (const { snapshot } of this.transactions.values()) keepPast ||= snapshot !== null
    for (const { collection, key, document } of writes) {
      collection.put(key, document, sequence, keepPast)
      if (keepPast) this.past.push({ collection, key, sequence })
    }
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
