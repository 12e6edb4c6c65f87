// The store port on the emulator's document engine in this very process: real indexes, snapshots and conflicts,
// without a network. For workloads too large for the whole way through a deployed function.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AlreadyExists,
  type Change,
  type Store as StorePort,
  type Transaction,
  type Where,
} from '../../cloudfunctions/ports/store'
import { isConflict, isDuplicate, tryAgain } from '../../cloudfunctions/adapters/cloudbase/failures'
import { Database, type DatabaseRequest } from '../../emulator/cloud/database/database'
import { Store } from '../../emulator/cloud/database/store'

export interface EngineStore extends StorePort {
  /** Documents written, by collection; what a transaction wrote counts when it commits. */
  readonly writes: Record<string, number>
  conflicts(): number
  list<T>(collection: string): T[]
}

const TRIES = 8

export function openEngineStore(): EngineStore {
  const store = new Store()
  const file = join(__dirname, '..', '..', 'database', 'collections.json')
  const specs = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { indexes: never[] }>
  for (const [name, { indexes }] of Object.entries(specs)) {
    const collection = store.createCollection(name)
    for (const index of indexes) collection.addIndex(index)
  }
  const database = new Database(store, () => 0)
  const writes: Record<string, number> = {}
  let conflicts = 0
  const wrote = (collection: string) => (writes[collection] = (writes[collection] ?? 0) + 1)
  /** Waits for an open transaction in the way, as the gateway does. */
  const run = async <T>(work: () => T): Promise<T> => database.waiting(work)

  const find = async (collectionName: string, where: Where, options: object = {}, id?: string) =>
    run(() =>
      database.find({
        collectionName,
        query: JSON.stringify(queryOf(where)),
        ...(id === undefined ? {} : { transactionId: id }),
        ...options,
      }),
    ) as Promise<never[]>
  const insert = (collectionName: string, document: object, id?: string) =>
    run(() => database.insert(request(collectionName, id, { data: JSON.stringify(document) })))
  const modify = (
    collectionName: string,
    where: Where,
    change: { data: object; upsert?: boolean; merge?: boolean },
    id?: string,
  ) => {
    const { data, upsert = false, merge = true } = change
    const query = JSON.stringify(queryOf(where))
    const how = { query, data: JSON.stringify(data), multi: false, merge, upsert }
    return run(() => database.modify(request(collectionName, id, how)))
  }

  async function once<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const id = database.begin({ collectionName: 'settings' })
    const touched: string[] = []
    try {
      const result = await work(overTransaction(id, touched))
      store.commit(id)
      touched.forEach(wrote)
      return result
    } catch (error) {
      store.drop(id)
      throw error
    }
  }

  function overTransaction(id: string, touched: string[]): Transaction {
    return {
      get: async (collection, _id) => (await find(collection, { _id }, {}, id))[0] ?? null,
      find: (collection, where) => find(collection, where, { limit: 100 }, id),
      async insert(collection, document) {
        try {
          await insert(collection, document, id)
        } catch (error) {
          throw isDuplicate(error) ? new AlreadyExists(collection) : error
        }
        touched.push(collection)
      },
      async put(collection, { _id, ...data }) {
        await modify(collection, { _id }, { data, upsert: true, merge: false }, id)
        touched.push(collection)
      },
      async update(collection, _id, change) {
        await modify(collection, { _id }, { data: updateOf(change) }, id)
        touched.push(collection)
      },
      remove: () => Promise.reject(new Error('not needed here')),
    }
  }

  return {
    writes,
    conflicts: () => conflicts,
    list: (collection) =>
      [...store.collection(collection).documents.values()].map(({ document }) => document) as never,
    get: async (collection, _id) => (await find(collection, { _id }))[0] ?? null,
    find: (collection, where, { order = [], limit = 100, skip = 0 } = {}) => {
      const steps = order.map(([field, direction]) => ({ field, direction }))
      return find(collection, where, { order: JSON.stringify(steps), limit, offset: skip })
    },
    async getMany(collection, ids) {
      const wanted = [...new Set(ids)]
      const found: never[] = []
      for (let from = 0; from < wanted.length; from += 1000) {
        const _id = { in: wanted.slice(from, from + 1000) }
        found.push(...(await find(collection, { _id }, { limit: 1000 })))
      }
      return found
    },
    count: async (collectionName, where) =>
      database.count({ collectionName, query: JSON.stringify(queryOf(where)) }),
    sum: () => Promise.reject(new Error('not needed here')),
    async insert(collection, document) {
      try {
        await insert(collection, document)
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
      wrote(collection)
      return true
    },
    async put(collection, { _id, ...data }) {
      await modify(collection, { _id }, { data, upsert: true, merge: false })
      wrote(collection)
    },
    async updateIf(collection, _id, where, change) {
      const { updated } = await modify(collection, { ...where, _id }, { data: updateOf(change) })
      if (updated > 0) wrote(collection)
      return updated > 0
    },
    removeMany: () => Promise.reject(new Error('not needed here')),
    async transaction(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(work)
        } catch (error) {
          if (!isConflict(error)) throw error
          conflicts += 1
          if (attempt === TRIES) throw tryAgain()
        }
      }
    },
  }
}

function request(
  collectionName: string,
  transactionId: string | undefined,
  fields: Partial<DatabaseRequest>,
): DatabaseRequest {
  return { collectionName, ...(transactionId === undefined ? {} : { transactionId }), ...fields }
}

function queryOf(where: Where): object {
  return Object.fromEntries(
    Object.entries(where).map(([field, wanted]) => [
      field,
      wanted !== null && typeof wanted === 'object'
        ? Object.fromEntries(Object.entries(wanted).map(([name, value]) => [`$${name}`, value]))
        : wanted,
    ]),
  )
}

function updateOf({ set, inc, unset = [] }: Change): object {
  const gone = Object.fromEntries(unset.map((field) => [field, '']))
  return {
    ...(set ? { $set: set } : {}),
    ...(inc ? { $inc: inc } : {}),
    ...(unset.length > 0 ? { $unset: gone } : {}),
  }
}
