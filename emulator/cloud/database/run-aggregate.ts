/** Aggregation pipelines on a collection: what leads ($match, $sort, $limit) goes through the indexes. */
import { bind, startScope } from './expression/compile-expression'
import { findDocuments } from './find-documents'
import { nearestFirst } from './match-geometry'
import { compilePipeline } from './pipeline/compile-pipeline'
import { nearDocuments } from './pipeline/near'
import { readSort } from './pipeline/stages'
import type { SortSpec } from './order-values'
import type { Store } from './store'
import { refuse } from './tcb-error'
import type { StoreCollection } from './transaction'
import { isDocument, type Document, type Value } from './values'

export interface Stage {
  operator: string
  spec: Value
}

/** `now` (ms) is what `$$NOW` says. */
export function runAggregate(
  store: Store,
  collection: StoreCollection,
  stages: Stage[],
  now: number,
): Document[] {
  const context = {
    collection: (name: string) => documentsOf(store.collections.get(name)),
    names: [],
  }
  const [first] = stages
  const isNear = first?.operator === '$geoNear'
  const lead = isNear ? 1 : countLeading(stages)
  const rest = stages.slice(lead).map(({ operator, spec }) => ({ [operator]: spec }))
  const run = compilePipeline(rest, context)
  const documents = isNear
    ? nearest(collection, first.spec)
    : findDocuments(store, collection, null, readLeading(stages.slice(0, lead)))
  if (!rest.length) return documents
  return run(documents, bind(startScope({}), 'NOW', new Date(now)))
}

function documentsOf(collection: StoreCollection | undefined): Document[] {
  return collection ? [...collection.entries()].map(([, document]) => document) : []
}

function nearest(collection: StoreCollection, spec: Value): Document[] {
  if (!isDocument(spec)) throw refuse('$geoNear must be an object', 'Location10065')
  return nearDocuments(documentsOf(collection), spec)
}

/** How many of the first stages (match, then sort, then limit, each at most once) a find can do. */
function countLeading(stages: Stage[]): number {
  let lead = 0
  for (const operator of ['$match', '$sort', '$limit']) {
    const stage = stages[lead]
    if (stage?.operator !== operator) continue
    if (operator === '$match' && (!isDocument(stage.spec) || nearestFirst(stage.spec))) break
    if (operator === '$limit' && !(Number.isInteger(stage.spec) && Number(stage.spec) > 0)) break
    lead++
  }
  return lead
}

function readLeading(stages: Stage[]): { query: Document; sort?: SortSpec; limit?: number } {
  const find: { query: Document; sort?: SortSpec; limit?: number } = { query: {} }
  for (const { operator, spec } of stages) {
    if (operator === '$match') find.query = spec as Document
    if (operator === '$sort') find.sort = readSort(spec)
    if (operator === '$limit') find.limit = spec as number
  }
  return find
}
