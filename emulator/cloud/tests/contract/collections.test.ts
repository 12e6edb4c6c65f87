// Collections: made by declaration or by name, never by being written to; and what a declaration may say.
// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkCollections } from '../../database/check-collections'
import { CollectionsInvalid, startCloud, type Cloud, type CollectionsFile } from '../../index'
import { makeFunctions, run, startProbe } from '../probe'
import { outsideDatabase, refusalOf, type OutsideDatabase } from './outside-client'

let cloud: Cloud
let db: OutsideDatabase
beforeAll(async () => {
  cloud = await startProbe()
  db = outsideDatabase(cloud.base)
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.stop())

const MISSING = {
  code: 'DATABASE_COLLECTION_NOT_EXIST',
  message:
    '[ResourceNotFound] Db or Table not exist: nowhere. ' +
    'Please check your request, but if the problem cannot be solved, contact us.',
}
const EXISTS = {
  code: 'DATABASE_COLLECTION_ALREADY_EXIST',
  message:
    '[ResourceUnavailable.ResourceExist] Table exist. ' +
    'Please check your request, but if the problem cannot be solved, contact us.',
}

describe('a collection that does not exist', () => {
  const attempts: [string, () => Promise<unknown>][] = [
    ['get of a document', () => db.collection('nowhere').doc('a').get()],
    ['get', () => db.collection('nowhere').get()],
    ['count', () => db.collection('nowhere').where({}).count()],
    ['add', () => db.collection('nowhere').add({ a: 1 })],
    ['set', () => db.collection('nowhere').doc('a').set({ a: 1 })],
    ['update', () => db.collection('nowhere').doc('a').update({ a: 1 })],
    ['update of all that match', () => db.collection('nowhere').where({ a: 1 }).update({ a: 2 })],
    ['remove', () => db.collection('nowhere').doc('a').remove()],
    ['remove of all that match', () => db.collection('nowhere').where({ a: 1 }).remove()],
    ['aggregate', () => db.collection('nowhere').aggregate().match({}).end()],
    ['add in a transaction', () => db.runTransaction((t) => t.collection('nowhere').add({}))],
  ]
  test.each(attempts)('%s says so, and makes none', async (_label, attempt) => {
    expect(await refusalOf(attempt())).toEqual(MISSING)
    expect(cloud.database.collections()).not.toContain('nowhere')
  })

  test('a function is told by errCode and text', async () => {
    const error = await run(cloud, async ({ db }) =>
      db
        .collection('nowhere')
        .add({ data: {} })
        .catch(({ errCode, errMsg }: Record<string, unknown>) => ({ errCode, errMsg })),
    )
    expect(error.errCode).toBe(-502005)
    expect(error.errMsg).toContain(
      `collection.add:fail -502005 database collection not exists. ${MISSING.message}`,
    )
  })
})

describe('createCollection', () => {
  test('makes one that works at once, in transactions too', async () => {
    expect((await db.createCollection('made')).requestId).toMatch(/^[0-9a-f-]{36}$/)
    await db.collection('made').add({ _id: 'a' })
    await db.runTransaction((t) => t.collection('made').doc('a').update({ n: 1 }))
    expect(cloud.database.list('made')).toEqual([{ _id: 'a', n: 1 }])
  })

  test('twice is refused; of ten at once one makes it', async () => {
    await db.createCollection('made')
    expect(await refusalOf(db.createCollection('made'))).toEqual(EXISTS)
    expect(await refusalOf(db.createCollection('items'))).toEqual(EXISTS)
    const tries = Array.from({ length: 10 }, () => refusalOf(db.createCollection('raced')))
    const refusals = await Promise.all(tries)
    expect(refusals.filter((one) => one === null)).toHaveLength(1)
    expect(refusals.filter((one) => one?.code === EXISTS.code)).toHaveLength(9)
  })

  test('a function keeps the code of the service', async () => {
    const error = await run(cloud, async ({ db }) =>
      db.createCollection('items').catch(({ code, errCode, message }: Record<string, unknown>) => ({
        code,
        errCode,
        message,
      })),
    )
    expect(error).toMatchObject({ code: EXISTS.code, errCode: -1 })
    expect(error.message).toContain(EXISTS.message)
  })

  test.each(['a', 'A-b_c.d', 'test-passages', '用户', '1st', 'x'.repeat(100)])(
    'allows the name %s',
    async (name) => {
      expect(await refusalOf(db.createCollection(name))).toBeNull()
    },
  )

  test.each(['', 'a$b', '$a', 'system.users', 'nul\0l', 'x'.repeat(300)])(
    'refuses the name "%s"',
    async (name) => {
      expect((await refusalOf(db.createCollection(name)))?.code).toBe('INVALID_PARAM')
    },
  )

  test('names are told apart by case', async () => {
    await db.createCollection('Items')
    await db.collection('Items').add({ _id: 'big' })
    expect(cloud.database.count('items')).toBe(0)
  })

  test('a reset leaves the declared ones only', async () => {
    await db.createCollection('made')
    await db.collection('items').add({})
    await cloud.reset()
    expect(await refusalOf(db.collection('made').get())).not.toBeNull()
    expect((await db.collection('items').get()).data).toEqual([])
  })
})

describe('database/collections.json', () => {
  test('of this shop has no mistake, and is closed to clients', () => {
    const text = readFileSync(join(process.cwd(), 'database', 'collections.json'), 'utf8')
    const declared = JSON.parse(text) as CollectionsFile
    expect(() => checkCollections(declared)).not.toThrow()
    expect(Object.values(declared).every(({ acl }) => acl === 'ADMINONLY')).toBe(true)
  })

  const keys: [string, 1 | -1][] = [['a', 1]]
  const mistakes: [CollectionsFile, string[]][] = [
    [{ a$b: {} }, ['a$b: not a name for a collection']],
    [{ a: { acl: 'EVERYONE' } }, ['a: unknown acl EVERYONE']],
    [
      { a: { acl: { read: 'doc.x ==', wirte: true } as object } },
      ['a: rule read: something is missing at the end', 'a: unknown rule wirte'],
    ],
    [
      {
        a: {
          indexes: [
            { name: 'one', keys },
            { name: 'one', keys: [] },
          ],
        },
        b: { acl: 'no' },
      },
      ['a: two indexes are named one', 'a: index one: no fields', 'b: unknown acl no'],
    ],
    [{ a: { indexes: [{ name: '_id_', keys }] } }, ['a: index _id_: not a name for an index']],
    [
      {
        a: {
          indexes: [
            {
              name: 'i',
              keys: [
                ['b', 1],
                ['b', 2 as 1],
                ['$c', 1],
              ],
            },
          ],
        },
      },
      [
        'a: index i: a field is named twice',
        'a: index i: direction of b is not 1 or -1',
        'a: index i: "$c" is no field',
      ],
    ],
    [
      { a: { indexes: Array.from({ length: 21 }, (_, i) => ({ name: `i${i}`, keys })) } },
      ['a: more than 20 indexes'],
    ],
    [
      {
        a: {
          indexes: [
            { name: 'wide', keys: Array.from({ length: 33 }, (_, i): [string, 1] => [`f${i}`, 1]) },
          ],
        },
      },
      ['a: index wide: more than 32 fields'],
    ],
  ]
  test.each(mistakes)(
    'every mistake is named before anything starts: %j',
    async (collections, expected) => {
      const started = startCloud({ functionsDir: makeFunctions({}), collections })
      await expect(started).rejects.toBeInstanceOf(CollectionsInvalid)
      await expect(started).rejects.toMatchObject({ mistakes: expected })
    },
  )
})
