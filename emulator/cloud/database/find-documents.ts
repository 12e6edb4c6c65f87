/** Reads documents as a transaction (or the present) sees them: match, sort, skip, limit, project. */
import { nearestFirst } from './match-geometry'
import { compileQuery } from './match-query'
import { sortDocuments, type SortSpec } from './order-values'
import { planLookup } from './plan-lookup'
import { compileProjection } from './project-found'
import type { Store } from './store'
import type { StoreCollection, Transaction } from './transaction'
import type { Document } from './values'

export interface FindRequest {
  query: Document
  sort?: SortSpec
  skip?: number
  limit?: number
  projection?: Document
}

export interface Found {
  key: string
  document: Document
}

/** Documents that match, with their keys, in the order asked for; at most `limit` of them. */
export function matchDocuments(
  store: Store,
  collection: StoreCollection,
  transaction: Transaction | null,
  { query, sort = [], limit = Infinity }: FindRequest,
): Found[] {
  const test = compileQuery(query)
  const plan = planLookup(collection, query, sort)
  const near = nearestFirst(query)
  const changed = transaction ? changedKeys(collection, transaction) : NONE
  const isOrdered = !near && (plan ? plan.isSorted : !sort.length)
  const seen = plan?.repeats ? new Set<string>() : null
  const found: Found[] = []
  const consider = (key: string, isMatch = false): void => {
    const document = store.see(collection, key, transaction)
    if (document && (isMatch || test(document))) found.push({ key, document })
  }
  for (const key of plan?.keys ?? collection.documents.keys()) {
    if (changed.has(key) || seen?.has(key)) continue
    seen?.add(key)
    consider(key, plan?.isExact)
    if (isOrdered && found.length >= limit) break
  }
  // Documents that the transaction sees otherwise than the indexes do are looked at one by one.
  for (const key of changed) consider(key)
  if (near) found.sort((a, b) => near(a.document, b.document))
  const isSorted = !sort.length || (isOrdered && !changed.size)
  const sorted = isSorted ? found : sortFound(found, sort)
  return sorted.length > limit ? sorted.slice(0, limit) : sorted
}

const NONE: ReadonlySet<string> = new Set()

/** Keys that a transaction has written, or that others changed since some transaction began. */
function changedKeys(collection: StoreCollection, transaction: Transaction): ReadonlySet<string> {
  const keys = new Set(collection.history.keys())
  for (const write of transaction.writes.values()) {
    if (write.collection === collection) keys.add(write.key)
  }
  return keys
}

function sortFound(found: Found[], sort: SortSpec): Found[] {
  const byDocument = new Map(found.map((entry) => [entry.document, entry]))
  const documents = found.map((entry) => entry.document)
  return sortDocuments(documents, sort).map((document) => byDocument.get(document) as Found)
}

export function findDocuments(
  store: Store,
  collection: StoreCollection,
  transaction: Transaction | null,
  request: FindRequest,
): Document[] {
  const { skip = 0, limit = Infinity, projection } = request
  const project = projection ? compileProjection(projection, request.query) : null
  const found = matchDocuments(store, collection, transaction, { ...request, limit: skip + limit })
  const documents = (skip ? found.slice(skip) : found).map((entry) => entry.document)
  return project ? documents.map(project) : documents
}
