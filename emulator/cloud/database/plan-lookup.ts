/** Chooses how to find a query's documents: by id, along an index, or by looking at all of them. */
import type { Collection } from './collection'
import { documentKey } from './collection'
import { AFTER, type CollectionIndex } from './collection-index'
import { compareValues, NULL_KEY, orderKey, type SortSpec } from './order-values'
import { isDocument, type Document, type Value } from './values'

export interface Lookup {
  /** Keys of candidate documents; every match is among them. */
  keys: Iterable<string>
  /** The candidates come in the order asked for. */
  isSorted: boolean
  /** A candidate can come twice. */
  repeats: boolean
  /** Every candidate matches: the lookup asks for all that the query asks for. */
  isExact: boolean
}

interface Condition {
  equal?: Value
  oneOf?: Value[]
  low?: string
  high?: string
}

const MOST_PREFIXES = 200

export function planLookup(
  collection: Collection<object>,
  query: Document,
  sort: SortSpec,
): Lookup | null {
  const { _id: id } = query
  if (id !== undefined && isScalar(id)) {
    const isExact = Object.keys(query).length === 1
    return { keys: [documentKey(id)], isSorted: true, repeats: false, isExact }
  }
  const conditions = new Map<string, Condition>()
  gather(query, conditions)
  const ids = chosen(conditions.get('_id'))
  if (ids) {
    const keys = [...new Set([...ids].sort(compareValues).map(documentKey))]
    return { keys, isSorted: keys.length < 2, repeats: false, isExact: false }
  }
  const needsIds = sort[0]?.[0] === '_id' || conditions.has('_id')
  const indexes = needsIds ? [...collection.indexes, collection.idIndex()] : collection.indexes
  let best: Walk | null = null
  for (const index of indexes) {
    const walk = considerIndex(index, conditions, sort)
    if (walk && (!best || walk.score > best.score)) best = walk
  }
  if (!best) return null
  const { isSorted, repeats, equalFields } = best
  const isExact = !repeats && asksOnlyFor(query, equalFields)
  return { keys: best.keys(), isSorted, repeats, isExact }
}

/** Whether a query is nothing but plain values of these fields; null is none, it stands for absence too. */
function asksOnlyFor(query: Document, fields: string[]): boolean {
  for (const field of Object.keys(query)) {
    const value = query[field] as Value
    if (value === null || !isScalar(value) || !fields.includes(field)) return false
  }
  return true
}

/** Collects what the top level (and $and) demands of each field, as far as an index can use it. */
function gather(query: Document, into: Map<string, Condition>): void {
  for (const [path, demand] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(demand)) {
      for (const part of demand) if (isDocument(part)) gather(part, into)
    } else if (!path.startsWith('$')) {
      const condition = into.get(path) ?? {}
      into.set(path, condition)
      // A missing member of an array of documents is null to a query, and nothing to an index.
      if (demand !== null || !path.includes('.')) narrow(condition, demand)
    }
  }
}

function narrow(condition: Condition, demand: Value): void {
  if (!isDocument(demand)) {
    if (isScalar(demand)) condition.equal = demand
    return
  }
  for (const [operator, value] of Object.entries(demand)) {
    if (operator === '$eq' && isScalar(value)) condition.equal = value
    if (operator === '$in' && Array.isArray(value) && value.every(isScalar)) condition.oneOf = value
    if (!isRangeable(value)) continue
    const key = orderKey(value)
    if (operator === '$gt' || operator === '$gte') condition.low = later(condition.low, key)
    if (operator === '$lt' || operator === '$lte') {
      const high = operator === '$lt' ? key : key + AFTER
      if (condition.high === undefined || high < condition.high) condition.high = high
    }
  }
}

function later(a: string | undefined, b: string): string {
  return a === undefined || b > a ? b : a
}

function isScalar(value: Value): boolean {
  return value === null || typeof value !== 'object' || value instanceof Date
}

function isRangeable(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'string' || value instanceof Date
}

function chosen(condition: Condition | undefined): Value[] | null {
  if (!condition) return null
  if (condition.equal !== undefined) return [condition.equal]
  return condition.oneOf ?? null
}

interface Walk {
  score: number
  isSorted: boolean
  repeats: boolean
  /** The index's first fields, as far as they have to be equal to something. */
  equalFields: string[]
  keys(): Iterable<string>
}

function considerIndex(
  index: CollectionIndex,
  conditions: Map<string, Condition>,
  sort: SortSpec,
): Walk | null {
  let prefixes = ['']
  let equals = 0
  for (const field of index.fields) {
    const values = chosen(conditions.get(field))
    if (!values || prefixes.length * values.length > MOST_PREFIXES) break
    const keys = [...new Set(values.map(orderKey))]
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => prefix + key))
    equals++
  }
  const next = conditions.get(index.fields[equals] ?? '')
  const range = next && (next.low !== undefined || next.high !== undefined) ? bounds(next) : null
  const useRange = range !== null && !index.isMultikey
  const direction = sortDirection(index, equals, sort, conditions)
  const isSorted =
    sort.length > 0 && direction !== null && prefixes.length === 1 && !index.isMultikey
  const score = equals * 10 + (useRange ? 5 : 0) + (isSorted ? 4 : 0) + (index.unique ? 1 : 0)
  if (!equals && !useRange && !isSorted) return null
  const [low, high] = useRange ? range : ['', AFTER]
  const walk = (prefix: string): Iterable<string> =>
    index.walk(prefix + low, prefix + high, direction ?? 1)
  return {
    score,
    isSorted: isSorted || !sort.length,
    repeats: index.isMultikey,
    equalFields: index.fields.slice(0, equals),
    keys: () => (prefixes.length === 1 ? walk(prefixes[0] as string) : walkAll(prefixes, walk)),
  }
}

function* walkAll(
  prefixes: string[],
  walk: (prefix: string) => Iterable<string>,
): Generator<string> {
  for (const prefix of prefixes) yield* walk(prefix)
}

/** A range stays within the type of its bound: 5 is never less than "a". */
function bounds({ low, high }: Condition): [string, string] {
  const type = (low ?? high ?? NULL_KEY).charAt(0)
  const typeEnd = String.fromCharCode(type.charCodeAt(0) + 1)
  return [low ?? type, high ?? typeEnd]
}

/** The direction in which the index gives the wanted order, or null when it does not. */
function sortDirection(
  index: CollectionIndex,
  equals: number,
  sort: SortSpec,
  conditions: Map<string, Condition>,
): 1 | -1 | null {
  const wanted = sort.filter(([path]) => conditions.get(path)?.equal === undefined)
  if (!wanted.length) return 1
  const direction = (wanted[0] as SortSpec[number])[1]
  const fits = wanted.every(([path, d], i) => d === direction && index.fields[equals + i] === path)
  return fits ? direction : null
}
