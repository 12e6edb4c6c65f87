// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { documentKey } from '../../database/collection'
import { findDocuments } from '../../database/find-documents'
import { compareValues, sortDocuments, type SortSpec } from '../../database/order-values'
import { compileQuery } from '../../database/match-query'
import { Store } from '../../database/store'
import type { Document, Value } from '../../database/values'
import { startCloud, type Cloud, type CollectionsFile } from '../../index'
import { makeFunctions, probeBundle, run } from '../probe'
import { outsideDatabase, refusalOf, type OutsideDatabase } from './outside-client'

const scalar = fc.constantFrom<Value>(null, -1.5, 0, 1, 2, 7, 'a', 'b', 'ab', '', true, new Date(5))
const field = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
)
/** At most one list among a and b: a compound index holds no more. */
const document = fc
  .record({ a: field, b: field, c: field }, { requiredKeys: [] })
  .map((one): Document => (Array.isArray(one.a) && Array.isArray(one.b) ? { ...one, b: 0 } : one))
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

const COLLECTIONS: CollectionsFile = {
  people: { indexes: [{ name: 'email', keys: [['email', 1]], unique: true }] },
  seats: {
    indexes: [
      {
        name: 'row_number',
        keys: [
          ['row', 1],
          ['number', -1],
        ],
        unique: true,
      },
    ],
  },
  tags: { indexes: [{ name: 'words', keys: [['words', 1]], unique: true }] },
}

describe('unique indexes', () => {
  let cloud: Cloud
  let db: OutsideDatabase
  beforeAll(async () => {
    cloud = await startCloud({
      functionsDir: makeFunctions({ probe: probeBundle() }),
      collections: COLLECTIONS,
      timers: false,
      quiet: true,
    })
    db = outsideDatabase(cloud.base)
  })
  beforeEach(() => cloud.reset())
  afterAll(() => cloud.stop())

  test('the second document with a value is refused: by code for the node SDK, by text in a function', async () => {
    await db.collection('people').add({ email: 'mei@tea.cn' })
    const refusal = await refusalOf(db.collection('people').add({ email: 'mei@tea.cn' }))
    expect(refusal?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refusal?.message).toBe(
      '[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ' +
        'tnt-local.people index: email dup key: { email: "mei@tea.cn" }}]}, {<nil>}]',
    )
    const inside = await run(cloud, async ({ db }) => {
      const add = db.collection('people').add({ data: { email: 'mei@tea.cn' } })
      return add.catch(({ errCode, errMsg }: Record<string, unknown>) => ({ errCode, errMsg }))
    })
    expect(inside.errCode).toBe(-502001)
    expect(inside.errMsg).toContain(
      'E11000 duplicate key error collection: tnt-local.people index: email',
    )
  })

  const attempts: [string, (db: OutsideDatabase) => Promise<unknown>][] = [
    ['update', (db) => db.collection('people').doc('lan').update({ email: 'mei' })],
    [
      'update of all that match',
      (db) => db.collection('people').where({ _id: 'lan' }).update({ email: 'mei' }),
    ],
    ['set', (db) => db.collection('people').doc('lan').set({ email: 'mei' })],
    ['set of a new document', (db) => db.collection('people').doc('new').set({ email: 'mei' })],
    [
      'rename',
      (db) =>
        db
          .collection('people')
          .doc('lan')
          .update({ old: db.command.rename('email') }),
    ],
  ]
  test.each(attempts)(
    '%s is refused alike, and leaves everything as it was',
    async (_label, attempt) => {
      const people = [
        { _id: 'lan', email: 'lan', old: 'mei' },
        { _id: 'mei', email: 'mei' },
      ]
      cloud.database.put('people', people)
      expect((await refusalOf(attempt(db)))?.message).toMatch(/E11000.*index: email/)
      expect(cloud.database.list('people')).toEqual(people)
    },
  )

  test("a value given up can be taken; keeping one's own is no conflict", async () => {
    cloud.database.put('people', [{ _id: 'mei', email: 'mei', n: 0 }])
    await db.collection('people').doc('mei').update({ email: 'mei', n: 1 })
    await db.collection('people').doc('mei').set({ email: 'mei', n: 2 })
    await db.collection('people').doc('mei').update({ email: 'other' })
    await db.collection('people').add({ _id: 'lan', email: 'mei' })
    await db.collection('people').doc('lan').remove()
    await db.collection('people').add({ _id: 'zhu', email: 'mei' })
    expect(cloud.database.count('people', { email: 'mei' })).toBe(1)
  })

  test('absence counts as a value, the same as null', async () => {
    await db.collection('people').add({ _id: 'nobody' })
    for (const person of [{}, { email: null }]) {
      expect((await refusalOf(db.collection('people').add(person)))?.message).toMatch(
        /E11000.*{ email: null }/,
      )
    }
  })

  test('1 and "1", true and "true", a date and its number are different values', async () => {
    const at = new Date(5)
    const emails = [1, '1', true, 'true', at, 5, 1.5, ['1', '2'].join(), { a: 1 }, { a: '1' }]
    for (const email of emails) await db.collection('people').add({ email })
    expect(cloud.database.count('people')).toBe(emails.length)
    expect(await refusalOf(db.collection('people').add({ email: new Date(5) }))).not.toBeNull()
    expect(await refusalOf(db.collection('people').add({ email: { a: 1 } }))).not.toBeNull()
  })

  test('several fields are unique together', async () => {
    const seats = db.collection('seats')
    await seats.add([
      { row: 1, number: 1 },
      { row: 1, number: 2 },
      { row: 2, number: 1 },
      { row: 2 },
    ])
    expect((await refusalOf(seats.add({ row: 1, number: 2 })))?.message).toMatch(
      /index: row_number dup key: { row: 1, number: 2 }/,
    )
    expect((await refusalOf(seats.add({ row: 2 })))?.message).toMatch(/{ row: 2, number: null }/)
    expect((await refusalOf(seats.where({ row: 2, number: 1 }).update({ row: 1 })))?.code).toBe(
      'DATABASE_REQUEST_FAILED',
    )
  })

  test('each element of a list is a value of its own; a document may repeat itself', async () => {
    const tags = db.collection('tags')
    await tags.add({ _id: 'a', words: ['tea', 'tea', 'gift'] })
    expect((await refusalOf(tags.add({ words: ['cup', 'gift'] })))?.message).toMatch(/E11000/)
    expect((await refusalOf(tags.add({ words: 'tea' })))?.message).toMatch(/E11000/)
    await tags.add({ _id: 'b', words: ['cup'] })
    expect(
      (await refusalOf(tags.doc('b').update({ words: db.command.push(['gift']) })))?.message,
    ).toMatch(/E11000/)
    await tags.doc('a').update({ words: db.command.pull('gift') })
    await tags.doc('b').update({ words: db.command.push(['gift']) })
  })

  test('two lists under one compound index are refused', async () => {
    const refusal = await refusalOf(db.collection('seats').add({ row: [1, 2], number: [3] }))
    expect(refusal?.message).toContain('cannot index parallel arrays [number] [row]')
    await db.collection('seats').add({ row: [1, 2], number: 3 })
    expect((await refusalOf(db.collection('seats').add({ row: 2, number: 3 })))?.message).toMatch(
      /E11000/,
    )
  })

  test('of many added at once, those before the refused one stay', async () => {
    const people = ['a', 'b', 'a', 'c'].map((email) => ({ email }))
    expect((await refusalOf(db.collection('people').add(people)))?.message).toMatch(/E11000/)
    expect(cloud.database.list<{ email: string }>('people').map((one) => one.email)).toEqual([
      'a',
      'b',
    ])
  })

  test('of 40 who want one value at once exactly one gets it', async () => {
    const wishes = Array.from({ length: 40 }, () =>
      refusalOf(db.collection('people').add({ email: 'last' })),
    )
    const refused = (await Promise.all(wishes)).filter((one) => one !== null)
    expect(refused).toHaveLength(39)
    expect(refused.every(({ message }) => message.includes('E11000'))).toBe(true)
  })

  test('documents that already break an index are named when it is declared', async () => {
    const store = new Store()
    fill(store, [{ a: 1 }, { a: 2 }, { a: 1 }])
    const unique = { name: 'only', keys: [['a', 1]] as [string, 1][], unique: true }
    expect(() => store.collection('items').addIndex(unique)).toThrow(
      'collection items: "d0" and "d2" have the same a, which the unique index only forbids',
    )
  })
})
