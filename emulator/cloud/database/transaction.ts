/** An open transaction: what it has written and reserved, and the wait for its end. */
import { randomBytes } from 'node:crypto'
import type { Collection } from './collection'
import type { PendingKeys } from './check-unique'
import type { Document } from './values'

export const TRANSACTION_LIFETIME_MS = 30_000

export interface Write {
  collection: StoreCollection
  key: string
  /** null removes. */
  document: Document | null
  insert?: boolean
}

export type StoreCollection = Collection<Transaction>

export class Transaction {
  readonly id = randomBytes(16).toString('hex')
  /** The commit its reads are as of; null before its first operation. */
  snapshot: number | null = null
  readonly writes = new Map<string, Write>()
  /** Unique keys as its own writes leave them. */
  readonly keys: PendingKeys = new Map()
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

/** Names a document among all collections. */
export function writeKey(collection: StoreCollection, key: string): string {
  return `${collection.name}\0${key}`
}
