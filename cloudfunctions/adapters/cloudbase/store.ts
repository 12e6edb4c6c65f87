// The store port over wx-server-sdk: safe operations only, conflicts retried here and nowhere else.
import type {
  Change,
  CollectionName,
  Collections,
  FindOptions,
  Store,
  Where,
} from '../../ports/store'
import { toQuery, toUpdate } from './conditions'
import { isDuplicate } from './failures'
import { database } from './sdk'
import { runTransaction } from './transaction'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

interface Rows {
  readonly data: unknown[]
}

function queryOf(collection: string, where: Where, options: FindOptions) {
  let query = database.collection(collection).where(toQuery(where))
  for (const [field, direction] of options.order ?? []) query = query.orderBy(field, direction)
  if (options.skip) query = query.skip(options.skip)
  return query.limit(Math.min(options.limit ?? DEFAULT_LIMIT, MAX_LIMIT))
}

async function find<C extends CollectionName>(
  collection: C,
  where: Where,
  options: FindOptions = {},
): Promise<Collections[C][]> {
  const rows = (await queryOf(collection, where, options).get()) as unknown as Rows
  return rows.data as Collections[C][]
}

async function get<C extends CollectionName>(
  collection: C,
  id: string,
): Promise<Collections[C] | null> {
  const answer = (await database.collection(collection).doc(id).get()) as { data: unknown }
  return (answer.data ?? null) as Collections[C] | null
}

/** One read for as many ids as a read answers. */
async function getMany<C extends CollectionName>(
  collection: C,
  ids: readonly string[],
): Promise<Collections[C][]> {
  const wanted = [...new Set(ids)]
  const found: Collections[C][] = []
  for (let from = 0; from < wanted.length; from += MAX_LIMIT) {
    const some = wanted.slice(from, from + MAX_LIMIT)
    found.push(...(await find(collection, { _id: { in: some } }, { limit: MAX_LIMIT })))
  }
  return found
}

async function insert(collection: string, document: object): Promise<boolean> {
  try {
    await database.collection(collection).add({ data: document })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

async function updateIf(
  collection: string,
  id: string,
  where: Where,
  change: Change,
): Promise<boolean> {
  const answer = (await database
    .collection(collection)
    .where({ ...toQuery(where), _id: id })
    .update({ data: toUpdate(change) })) as unknown as { stats: { updated: number } }
  return answer.stats.updated > 0
}

async function sum(collection: string, where: Where, fields: readonly string[]) {
  const { aggregate } = database.command
  const sums = Object.fromEntries(fields.map((field) => [keyOf(field), aggregate.sum(`$${field}`)]))
  const answer = (await database
    .collection(collection)
    .aggregate()
    .match(toQuery(where))
    .group({ _id: null, ...sums, count: aggregate.sum(1) })
    .end()) as unknown as { list: Record<string, number>[] }
  const row = answer.list[0] ?? {}
  return {
    ...Object.fromEntries(fields.map((field) => [field, row[keyOf(field)] ?? 0])),
    count: row['count'] ?? 0,
  }
}

/** A group's field can't hold dots. */
function keyOf(field: string): string {
  return field.replace(/\./g, '__')
}

async function put(collection: string, document: { _id: string }): Promise<void> {
  const { _id, ...rest } = document
  await database.collection(collection).doc(_id).set({ data: rest })
}

async function removeMany(
  collection: string,
  ids: readonly string[],
  where: Where,
): Promise<number> {
  const answer = (await database
    .collection(collection)
    .where({ ...toQuery(where), _id: database.command.in([...ids]) })
    .remove()) as unknown as { stats: { removed: number } }
  return answer.stats.removed
}

export function createStore(): Store {
  return {
    get,
    find,
    insert,
    updateIf,
    put,
    sum,
    getMany,
    removeMany,
    async count(collection, where) {
      const answer = (await database
        .collection(collection)
        .where(toQuery(where))
        .count()) as unknown as { total: number }
      return answer.total
    },
    transaction: runTransaction,
  }
}
