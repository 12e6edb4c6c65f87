/** Direct access to the documents for auditors, seeding and tests: past functions, permissions and counters. */
import { documentKey } from './collection'
import { reviveEjson, writeEjson } from './ejson'
import { findDocuments } from './find-documents'
import type { SortSpec } from './order-values'
import type { Store } from './store'
import type { Write } from './transaction'
import { copyValue, type Document, type Value } from './values'

/** All collections as JSON: EJSON documents by collection name. */
export type ExportedDocuments = Record<string, unknown[]>

export interface Documents {
  collections(): string[]
  list<T = Document>(collection: string): T[]
  find<T = Document>(
    collection: string,
    query: Record<string, unknown>,
    options?: { sort?: [string, 1 | -1][]; limit?: number },
  ): T[]
  get<T = Document>(collection: string, id: string | number): T | null
  count(collection: string, query?: Record<string, unknown>): number
  /** Inserts or replaces documents (each with its _id) as one commit. */
  put(collection: string, documents: object[]): void
  remove(collection: string, ids: (string | number)[]): void
  export(): ExportedDocuments
  /** Replaces the documents of the named collections; creates those that are missing. */
  import(exported: ExportedDocuments): void
}

export function readDocuments(store: Store): Documents {
  const find = (name: string, query: Document, sort: SortSpec, limit: number): Document[] =>
    findDocuments(store, store.collection(name), null, { query, sort, limit }).map((document) =>
      copyValue(document),
    )
  const put = (name: string, documents: Document[]): void => {
    const collection = store.collection(name)
    const writes = documents.map((document): Write => {
      if (document._id === undefined) throw new Error(`a document for ${name} has no _id`)
      return { collection, key: documentKey(document._id), document: copyValue(document) }
    })
    store.write(writes, null)
  }
  const remove = (name: string, ids: Value[]): void => {
    const collection = store.collection(name)
    store.write(
      ids.map((id) => ({ collection, key: documentKey(id), document: null })),
      null,
    )
  }
  return {
    collections: () => [...store.collections.keys()],
    list: <T>(name: string) => find(name, {}, [], Infinity) as T[],
    find: <T>(
      name: string,
      query: Record<string, unknown>,
      options: { sort?: SortSpec; limit?: number } = {},
    ) => find(name, query as Document, options.sort ?? [], options.limit ?? Infinity) as T[],
    get: <T>(name: string, id: string | number) =>
      (find(name, { _id: id }, [], 1)[0] ?? null) as T | null,
    count: (name, query = {}) => find(name, query as Document, [], Infinity).length,
    put: (name, documents) => put(name, documents as Document[]),
    remove,
    export: () => exportDocuments(store),
    import: (exported) => {
      for (const [name, documents] of Object.entries(exported)) {
        const collection = store.collections.get(name) ?? store.createCollection(name)
        remove(
          name,
          [...collection.entries()].map(([, document]) => document._id as Value),
        )
        put(name, reviveEjson(structuredClone(documents), 0) as Document[])
      }
    },
  }
}

function exportDocuments(store: Store): ExportedDocuments {
  const exported: ExportedDocuments = {}
  for (const [name, collection] of store.collections) {
    exported[name] = [...collection.entries()].map(
      ([, document]) => JSON.parse(writeEjson(document)) as unknown,
    )
  }
  return exported
}
