/** Aggregation pipelines: leading $match and $sort through the indexes, $geoNear of our own, the rest by mingo. */
import { Aggregator } from 'mingo/aggregator'
import type { AnyObject } from 'mingo/types'
import { findDocuments, guard } from './find-documents'
import { compileQuery, queryOptions } from './match-query'
import { asPosition, distanceBetween } from './measure-geometry'
import type { Store } from './store'
import { requestFailed } from './tcb-error'
import type { StoreCollection } from './transaction'
import { copyValue, isDocument, valueAt, type Document, type Value } from './values'

export interface Stage {
  operator: string
  spec: Value
}

export function runAggregate(
  store: Store,
  collection: StoreCollection,
  stages: Stage[],
): Document[] {
  const { documents, rest } = takeLeading(store, collection, stages)
  if (!rest.length) return documents
  const options = queryOptions((name) => {
    const other = store.collections.get(name)
    return other ? [...other.entries()].map(([, document]) => document) : []
  })
  const pipeline = rest.map(({ operator, spec }) => ({ [operator]: spec }))
  // Later stages may build on parts of their input, so they never get the stored documents themselves.
  const input = needsCopies(rest) ? documents.map((document) => copyValue(document)) : documents
  return guard(() =>
    new Aggregator(pipeline as AnyObject[], options).run<AnyObject>(input as AnyObject[]),
  ) as Document[]
}

const READS_ONLY = new Set([
  '$match',
  '$group',
  '$count',
  '$sortByCount',
  '$skip',
  '$limit',
  '$sort',
])

function needsCopies(stages: Stage[]): boolean {
  for (const { operator } of stages) {
    if (operator === '$group' || operator === '$count' || operator === '$sortByCount') return false
    if (!READS_ONLY.has(operator)) return true
  }
  return false
}

function takeLeading(
  store: Store,
  collection: StoreCollection,
  stages: Stage[],
): { documents: Document[]; rest: Stage[] } {
  const [first] = stages
  if (first?.operator === '$geoNear' && isDocument(first.spec)) {
    return { documents: nearDocuments(collection, first.spec), rest: stages.slice(1) }
  }
  if (first?.operator === '$match' && isDocument(first.spec)) {
    const documents = findDocuments(store, collection, null, { query: first.spec })
    return { documents, rest: stages.slice(1) }
  }
  return { documents: [...collection.entries()].map(([, document]) => document), rest: stages }
}

function nearDocuments(collection: StoreCollection, spec: Document): Document[] {
  if (!asPosition(spec.near)) throw requestFailed('$geoNear requires a near point')
  if (typeof spec.distanceField !== 'string') {
    throw requestFailed("$geoNear requires a 'distanceField' option as a String")
  }
  const test = compileQuery(isDocument(spec.query) ? spec.query : {})
  const candidates = [...collection.entries()].map(([, document]) => document).filter(test)
  const path = typeof spec.key === 'string' ? spec.key : placeField(collection)
  const multiplier = typeof spec.distanceMultiplier === 'number' ? spec.distanceMultiplier : 1
  return candidates
    .map((document) => ({
      document,
      distance: distanceBetween(valueAt(document, path), spec.near),
    }))
    .filter(({ distance }) => Number.isFinite(distance) && inReach(distance, spec))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, Number(spec.limit ?? spec.num ?? 100))
    .map(({ document, distance }) => {
      const result = copyValue(document)
      putAt(result, spec.distanceField as string, distance * multiplier)
      if (typeof spec.includeLocs === 'string') {
        putAt(result, spec.includeLocs, copyValue(valueAt(document, path) as Value))
      }
      return result
    })
}

function inReach(distance: number, { minDistance, maxDistance }: Document): boolean {
  if (typeof maxDistance === 'number' && distance > maxDistance) return false
  return typeof minDistance !== 'number' || distance >= minDistance
}

/** Without `key` the service uses the geo index; here: the first field that holds a point. */
function placeField(collection: StoreCollection): string {
  for (const [, document] of collection.entries()) {
    for (const [field, value] of Object.entries(document)) {
      if (isDocument(value) && value.type === 'Point') return field
    }
  }
  return 'location'
}

function putAt(document: Document, path: string, value: Value): void {
  const steps = path.split('.')
  const last = steps.pop() as string
  let target = document
  for (const step of steps) {
    if (!isDocument(target[step])) target[step] = {}
    target = target[step]
  }
  target[last] = value
}
