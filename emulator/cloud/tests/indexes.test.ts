import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentKey } from '../database/collection'
import { findDocuments } from '../database/find-documents'
import { compareValues, sortDocuments, type SortSpec } from '../database/order-values'
import { compileQuery } from '../database/match-query'
import { Store } from '../database/store'
import type { Document, Value } from '../database/values'

const scalar = fc.constantFrom<Value>(null, -1.5, 0, 1, 2, 7, 'a', 'b', 'ab', '', true, new Date(5))
const field = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
)
const document = fc.record({ a: field, b: field, c: field }, { requiredKeys: [] })
const bound = fc.constantFrom<Value>(0, 1, 2, 'a', 'b', new Date(5))
const condition = fc.oneof<fc.Arbitrary<Value>[]>(
  scalar,
  fc.record({ $gte: bound }),
  fc.record({ $gt: bound, $lte: bound }),
  fc.record({ $lt: bound }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
)
const query = fc.record({ a: condition, b: condition, c: condition }, { requiredKeys: [] })
const sort = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'c', '_id'), fc.constantFrom<1 | -1>(1, -1)),
  { selector: ([path]) => path, maxLength: 3 },
)

function fill(store: Store, documents: Document[]): void {
  const collection = store.createCollection('items')
  collection.addIndex({
    name: 'a_b',
    keys: [
      ['a', 1],
      ['b', -1],
    ],
  })
  collection.addIndex({ name: 'c', keys: [['c', 1]] })
  const all = documents.map((given, i) => ({ _id: `d${i}`, ...given }))
  store.write(
    all.map((one) => ({ collection, key: documentKey(one._id), document: one, insert: true })),
    null,
  )
}

/** What each document sorts by: answers may differ where the order leaves it open. */
function outline(documents: Document[], spec: SortSpec): unknown[] {
  return documents.map((one) =>
    spec.map(([path, direction]) => {
      const value = one[path] ?? null
      if (!Array.isArray(value)) return value
      return value.length ? [...value].sort((a, b) => compareValues(a, b) * direction)[0] : 'empty'
    }),
  )
}

test('with an index or without, a query finds the same documents in the same order', () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 30 }), query, sort, (documents, given, spec) => {
      const store = new Store()
      fill(store, documents)
      const collection = store.collection('items')
      const found = findDocuments(store, collection, null, { query: given, sort: spec })
      const every = [...collection.entries()].map(([, one]) => one)
      const expected = sortDocuments(every.filter(compileQuery(given)), spec)
      expect(new Set(found.map((one) => one._id))).toEqual(new Set(expected.map((one) => one._id)))
      expect(found).toHaveLength(expected.length)
      expect(outline(found, spec)).toEqual(outline(expected, spec))
      const some = findDocuments(store, collection, null, { query: given, sort: spec, limit: 3 })
      expect(outline(some, spec)).toEqual(outline(expected, spec).slice(0, 3))
    }),
    { numRuns: 1500 },
  )
})

test('a transaction reads its snapshot through the indexes, whatever is changed meanwhile', () => {
  const change = fc.tuple(fc.nat(14), fc.option(document, { nil: null }))
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 5, maxLength: 12 }),
      fc.array(change, { maxLength: 8 }),
      query,
      sort,
      (documents, changes, given, spec) => {
        const store = new Store()
        fill(store, documents)
        const collection = store.collection('items')
        const before = findDocuments(store, collection, null, { query: given, sort: spec })
        const transaction = store.transaction(store.begin().id)
        for (const [i, next] of changes) {
          const key = documentKey(`d${i}`)
          store.write([{ collection, key, document: next && { _id: `d${i}`, ...next } }], null)
        }
        const seen = findDocuments(store, collection, transaction, { query: given, sort: spec })
        expect(new Set(seen)).toEqual(new Set(before))
        expect(outline(seen, spec)).toEqual(outline(before, spec))
        store.abortAll()
        expect(collection.history.size).toBe(0)
      },
    ),
    { numRuns: 800 },
  )
})
