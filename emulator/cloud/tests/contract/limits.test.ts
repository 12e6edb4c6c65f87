// How much: documents in an answer, bytes in a document and in an answer. For clients see client-access.test.ts.
import fc from 'fast-check'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { measureDocument } from '../../database/measure-document'
import type { Document } from '../../database/values'
import type { Cloud } from '../../index'
import { startProbe } from '../probe'
import { outsideDatabase, refusalOf, type OutsideDatabase } from './outside-client'

const MB = 1024 * 1024

let cloud: Cloud
let db: OutsideDatabase
beforeAll(async () => {
  cloud = await startProbe()
  db = outsideDatabase(cloud.base)
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.stop())

describe('documents in an answer', () => {
  beforeEach(() => {
    const items = Array.from({ length: 1200 }, (_, n) => ({ _id: `i${n}`, n }))
    cloud.database.put('items', items)
  })

  test.each([
    ['by default 100', undefined, 100],
    ['1 when asked', 1, 1],
    ['101', 101, 101],
    ['1,000', 1000, 1000],
    ['of 1,001 still 1,000', 1001, 1000],
    ['of 0 the default', 0, 100],
  ])('%s', async (_label, limit, expected) => {
    const all = db.collection('items')
    const { data } = await (limit === undefined ? all : all.limit(limit)).get()
    expect(data).toHaveLength(expected)
    const { data: some } = await db
      .collection('items')
      .where({ n: db.command.gte(0) })
      .limit(limit ?? 100)
      .get()
    expect(some).toHaveLength(expected)
  })

  test('skip goes on from there, and past the end there is nothing', async () => {
    const page = (skip: number): Promise<unknown[]> =>
      db
        .collection('items')
        .orderBy('n', 'asc')
        .skip(skip)
        .limit(3)
        .get()
        .then(({ data }) => data.map(({ n }) => n))
    expect(await page(0)).toEqual([0, 1, 2])
    expect(await page(1198)).toEqual([1198, 1199])
    expect(await page(1200)).toEqual([])
  })

  test('a transaction is given as many; counting and writing know no limit', async () => {
    await db.runTransaction(async (t) => {
      expect((await t.collection('items').where({}).get()).data).toHaveLength(100)
      expect((await t.collection('items').where({}).limit(2000).get()).data).toHaveLength(1000)
    })
    expect((await db.collection('items').where({}).count()).total).toBe(1200)
    const every = db.collection('items').where({ n: db.command.gte(0) })
    expect((await every.update({ seen: true })).updated).toBe(1200)
    // The SDK sends them along; the service does not heed them.
    expect((await every.skip(3).limit(5).remove()).deleted).toBe(1200)
  })
})

describe('a document', () => {
  const { calculateObjectSize } = createRequire(
    createRequire(createRequire(import.meta.url).resolve('wx-server-sdk')).resolve(
      '@cloudbase/database',
    ),
  )('bson') as { calculateObjectSize: (document: object) => number }

  test('is measured as BSON measures it', () => {
    const { any } = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.double(),
        fc.constantFrom(2 ** 31, -(2 ** 31), 2 ** 31 - 1, 2 ** 53, -0, null, true, /a.*b/gi),
        fc.date({ noInvalidDate: true }),
        fc.array(tie('any'), { maxLength: 12 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
      ),
    }))
    const document = fc.dictionary(fc.string(), any, { maxKeys: 5 })
    fc.assert(
      fc.property(document, (one) => {
        expect(measureDocument(one as Document)).toBe(calculateObjectSize(one))
      }),
      { numRuns: 500 },
    )
  })

  /** What is left for the text of `{ _id: 'a', text }`. */
  const ROOM = 16 * MB - measureDocument({ _id: 'a', text: '' })

  test('has 16 MB at most, to the byte', async () => {
    const items = db.collection('items')
    await items.add({ _id: 'a', text: 'x'.repeat(ROOM) })
    await items.doc('a').remove()
    const refusal = await refusalOf(items.add({ _id: 'a', text: 'x'.repeat(ROOM + 1) }))
    expect(refusal).toEqual({
      code: 'DATABASE_REQUEST_FAILED',
      message: '[FailedOperation] an inserted document is too large',
    })
    expect(cloud.database.count('items')).toBe(0)
  })

  test('does not outgrow it by an update either', async () => {
    cloud.database.put('items', [{ _id: 'a', text: 'x'.repeat(ROOM - 100), list: [] }])
    const grow = db
      .collection('items')
      .doc('a')
      .update({ list: db.command.push(['y'.repeat(100)]) })
    expect((await refusalOf(grow))?.message).toContain(
      'Resulting document after update is larger than 16777216',
    )
    expect(cloud.database.get('items', 'a')).toMatchObject({ list: [] })
    await db
      .collection('items')
      .doc('a')
      .update({ list: db.command.push(['y']) })
  })
})

describe('an answer', () => {
  test('has 16 MB at most; a projection or a smaller page helps', async () => {
    const items = Array.from({ length: 20 }, (_, n) => ({ _id: `i${n}`, n, text: 'x'.repeat(MB) }))
    cloud.database.put('items', items)
    const all = db.collection('items')
    expect((await refusalOf(all.get()))?.code).toBe('EXCEED_MAX_RESPONSE_SIZE')
    expect((await refusalOf(all.aggregate().match({}).end()))?.code).toBe(
      'EXCEED_MAX_RESPONSE_SIZE',
    )
    expect((await all.limit(15).get()).data).toHaveLength(15)
    expect((await all.field({ n: 1 }).get()).data).toHaveLength(20)
  })
})
