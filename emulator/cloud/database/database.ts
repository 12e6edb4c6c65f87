/** The document operations of the service, as one call each: parsed requests in, plain answers out. */
import { randomBytes } from 'node:crypto'
import { compileUpdate } from './apply-update'
import { checkStorable } from './check-storable'
import { readEjson, readEjsonDocument } from './ejson'
import { findDocuments, matchDocuments } from './find-documents'
import { runAggregate } from './run-aggregate'
import { documentKey } from './collection'
import type { Store } from './store'
import { LockHeld, type StoreCollection, type Transaction, type Write } from './transaction'
import { writeFailed } from './tcb-error'
import { isDocument, type Document, type Value } from './values'
import { compareValues, type SortSpec } from './order-values'

export const DEFAULT_LIMIT = 100
export const MAX_LIMIT = 1000
/** What an aggregate gives without a $limit stage of its own, and at most. */
const DEFAULT_AGGREGATE = 20
const MAX_AGGREGATE = 10_000

/** A request's fields as the SDK sends them: EJSON texts for query, data, order and projection. */
export interface DatabaseRequest {
  collectionName: string
  transactionId?: string
  query?: string
  data?: string | string[]
  order?: string
  projection?: string
  offset?: number
  limit?: number
  multi?: boolean
  merge?: boolean
  upsert?: boolean
  queryType?: string
  /** Names the invocation that asks. */
  wxCloudApiToken?: string
  stages?: { stageKey: string; stageValue: string }[]
}

export interface ModifyResult {
  updated: number
  upsert_id?: Value
  doc?: Document
}

export class Database {
  constructor(
    readonly store: Store,
    private readonly now: () => number,
  ) {}

  /** Runs an operation, again and again while an open transaction stands in its way. */
  waiting<T>(operation: () => T): T | Promise<T> {
    try {
      return operation()
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error
      return error.holder.released.then(() => this.waiting(operation))
    }
  }

  /** Starts a transaction; returns its id. */
  begin(request: DatabaseRequest): string {
    return this.store.begin(request.wxCloudApiToken, this.now()).id
  }

  insert(request: DatabaseRequest): Value[] {
    const { transaction, collection } = this.open(request)
    const texts = Array.isArray(request.data) ? request.data : [request.data]
    const writes = texts.map((text): Write => {
      const given = readEjsonDocument(text, this.now())
      checkStorable(given)
      const document = { _id: given._id ?? newId(), ...given }
      return { collection, key: documentKey(document._id), document, insert: true }
    })
    this.store.write(writes, transaction)
    return writes.map((write) => (write.document as Document)._id as Value)
  }

  find(request: DatabaseRequest): Document[] {
    const { transaction, collection, query } = this.open(request)
    return findDocuments(this.store, collection, transaction, {
      query,
      sort: readOrder(request.order),
      skip: Number(request.offset) || 0,
      limit: Math.min(Number(request.limit) || DEFAULT_LIMIT, MAX_LIMIT),
      projection: readEjsonDocument(request.projection, 0),
    })
  }

  count(request: DatabaseRequest): number {
    const { transaction, collection, query } = this.open(request)
    return matchDocuments(this.store, collection, transaction, { query }).length
  }

  /** update (merge) and set (whole document, upsert). */
  modify(request: DatabaseRequest): ModifyResult {
    const { transaction, collection, query } = this.open(request)
    const data = this.readData(request)
    const limit = isSingle(request) ? 1 : Infinity
    const change = this.changeOf(data, query, request.merge === false)
    const found = matchDocuments(this.store, collection, transaction, { query, limit })
    if (!found.length && request.upsert) {
      return { updated: 0, upsert_id: this.upsert(collection, transaction, request, query, data) }
    }
    const writes: Write[] = []
    let updated = 0
    for (const { key, document } of found) {
      let next: Document
      try {
        next = change(document)
      } catch (error) {
        // Outside of a transaction, what was changed before stays changed.
        if (!transaction) this.store.write(writes, null)
        throw error
      }
      const isSame = compareValues(document, next) === 0
      if (!isSame || request.merge === false || transaction) updated++
      if (!isSame || transaction) writes.push({ collection, key, document: next })
    }
    this.store.write(writes, transaction)
    return { updated }
  }

  modifyAndReturn(request: DatabaseRequest): ModifyResult {
    const { transaction, collection, query } = this.open(request)
    const change = this.changeOf(this.readData(request), query, false)
    const [first] = matchDocuments(this.store, collection, transaction, { query, limit: 1 })
    if (!first) return { updated: 0 }
    const next = change(first.document)
    this.store.write([{ collection, key: first.key, document: next }], transaction)
    return { updated: 1, doc: next }
  }

  remove(request: DatabaseRequest): number {
    const { transaction, collection, query } = this.open(request)
    const limit = isSingle(request) ? 1 : Infinity
    const found = matchDocuments(this.store, collection, transaction, { query, limit })
    const writes = found.map(({ key }) => ({ collection, key, document: null }))
    this.store.write(writes, transaction)
    return writes.length
  }

  aggregate(request: DatabaseRequest): Document[] {
    const { collection } = this.open(request)
    const stages = (request.stages ?? []).map(({ stageKey, stageValue }) => ({
      operator: stageKey,
      spec: readEjson(stageValue, this.now()),
    }))
    const isLimited = stages.some(({ operator }) => operator === '$limit')
    const most = isLimited ? MAX_AGGREGATE : DEFAULT_AGGREGATE
    return runAggregate(this.store, collection, stages, this.now()).slice(0, most)
  }

  private open(request: DatabaseRequest): {
    transaction: Transaction | null
    collection: StoreCollection
    query: Document
  } {
    return {
      transaction: this.store.transaction(request.transactionId),
      collection: this.store.collection(request.collectionName),
      query: readEjsonDocument(request.query, this.now()),
    }
  }

  private readData(request: DatabaseRequest): Document {
    return readEjsonDocument(request.data, this.now())
  }

  /** What becomes of a document: replaced as a whole, or changed by operators. The id stays. */
  private changeOf(
    data: Document,
    query: Document,
    isWhole: boolean,
  ): (document: Document) => Document {
    if (isWhole) checkStorable(data)
    const apply = isWhole ? null : compileUpdate(data, this.now())
    return (document) => {
      const id = document._id as Value
      const next = apply ? apply(document, query) : { _id: id, ...data }
      if (next._id === undefined || compareValues(next._id, id) !== 0) {
        throw writeFailed(
          "Performing an update on the path '_id' would modify the immutable field '_id'",
        )
      }
      return next
    }
  }

  private upsert(
    collection: StoreCollection,
    transaction: Transaction | null,
    request: DatabaseRequest,
    query: Document,
    data: Document,
  ): Value {
    const id = isDocument(query._id) ? undefined : query._id
    const base: Document = { _id: id ?? newId() }
    const document = request.merge
      ? compileUpdate(data, this.now())(base, query, true)
      : { ...base, ...data }
    checkStorable(document)
    const key = documentKey(document._id as Value)
    this.store.write([{ collection, key, document, insert: true }], transaction)
    return document._id as Value
  }
}

function newId(): string {
  return randomBytes(16).toString('hex')
}

function isSingle(request: DatabaseRequest): boolean {
  return request.multi === false || request.queryType === 'DOC'
}

function readOrder(text: string | undefined): SortSpec {
  const order = readEjson(text, 0)
  if (Array.isArray(order)) return order.map((step) => readStep(step as Document))
  return Object.entries(order as Document).map(([field, direction]) =>
    readStep({ field, direction }),
  )
}

function readStep({ field, direction }: Document): SortSpec[number] {
  return [field as string, direction === -1 || direction === 'desc' ? -1 : 1]
}
