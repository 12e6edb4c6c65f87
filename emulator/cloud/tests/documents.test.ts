// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return,
   @typescript-eslint/no-implied-eval */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Cloud } from '../index'
import { run, startProbe } from './probe'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startProbe()
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.stop())

const items = (): Record<string, unknown>[] => cloud.database.list('items')

describe('documents through the real SDK', () => {
  test('add makes an id, get gives the same values back', async () => {
    const seen = await run(cloud, async ({ db }) => {
      const plain = {
        n: 1,
        f: 1.5,
        big: 2 ** 40,
        low: -(2 ** 31),
        s: '茶',
        b: true,
        z: null,
        o: {},
      }
      const given = { ...plain, at: new Date(5), list: [1, { a: 2 }], r: /a.b/i }
      const { _id } = await db.collection('items').add({ data: given })
      const { data } = await db.collection('items').doc(_id).get()
      return { _id, data, isDate: data.at instanceof Date, ms: +data.at, r: data.r.pattern }
    })
    expect(seen._id).toMatch(/^[0-9a-f]{32}$/)
    expect(seen).toMatchObject({ isDate: true, ms: 5, r: 'a.b' })
    expect(seen.data).toMatchObject({ n: 1, f: 1.5, big: 2 ** 40, low: -(2 ** 31), z: null, o: {} })
  })

  test('a number and a text are different ids', async () => {
    const found = await run(cloud, async ({ db }) => {
      await db.collection('items').add({ data: [{ _id: 7 }, { _id: '7', text: true }] })
      return (await db.collection('items').where({ _id: 7 }).get()).data
    })
    expect(found).toEqual([{ _id: 7 }])
  })

  test('set replaces or creates; update merges, and says 0 when there is nothing or no change', async () => {
    const stats = await run(cloud, async ({ db }) => {
      const doc = db.collection('items').doc('a')
      const created = await doc.set({ data: { a: { x: 1 }, b: 2 } })
      const merged = await doc.update({ data: { a: { y: 2 } } })
      const same = await doc.update({ data: { b: 2 } })
      const absent = await db
        .collection('items')
        .doc('no')
        .update({ data: { b: 2 } })
      const after = (await doc.get()).data
      const replaced = await doc.set({ data: { c: 1 } })
      return [created.stats, merged.stats, same.stats, absent.stats, after, replaced.stats]
    })
    expect(stats).toMatchObject([
      { created: 1, updated: 0 },
      { updated: 1 },
      { updated: 0 },
      { updated: 0 },
      { _id: 'a', a: { x: 1, y: 2 }, b: 2 },
      { created: 0, updated: 1 },
    ])
    expect(items()).toEqual([{ _id: 'a', c: 1 }])
  })

  test('queries default to 100 documents and give 1,000 at most', async () => {
    cloud.database.put(
      'items',
      Array.from({ length: 1200 }, (_, i) => ({ _id: `i${i}`, n: i })),
    )
    const sizes = await run(cloud, async ({ db }) => {
      const all = db.collection('items')
      const [some, most, total] = [await all.get(), await all.limit(1000).get(), await all.count()]
      const page = await all
        .orderBy('n', 'desc')
        .skip(10)
        .limit(2)
        .field({ n: true, _id: false })
        .get()
      return [some.data.length, most.data.length, total.total, page.data]
    })
    expect(sizes).toEqual([100, 1000, 1200, [{ n: 1189 }, { n: 1188 }]])
  })

  test('where().update and where().remove touch all that match', async () => {
    cloud.database.put(
      'items',
      [1, 2, 3, 4].map((n) => ({ _id: `i${n}`, n })),
    )
    const stats = await run(cloud, async ({ db, _ }) => [
      (
        await db
          .collection('items')
          .where({ n: _.gt(2) })
          .update({ data: { big: true } })
      ).stats.updated,
      (
        await db
          .collection('items')
          .where({ n: _.lt(2) })
          .remove()
      ).stats.removed,
    ])
    expect(stats).toEqual([2, 1])
    expect(items()).toEqual([
      { _id: 'i2', n: 2 },
      { _id: 'i3', n: 3, big: true },
      { _id: 'i4', n: 4, big: true },
    ])
  })

  test('serverDate is the shifted clock', async () => {
    cloud.clock.freeze(1_700_000_000_000)
    await run(cloud, ({ db }) =>
      db
        .collection('items')
        .doc('a')
        .set({ data: { at: db.serverDate({ offset: 500 }) } }),
    )
    cloud.clock.resume()
    cloud.clock.set(Date.now())
    expect(items()).toEqual([{ _id: 'a', at: new Date(1_700_000_000_500) }])
  })
})

describe('refusals', () => {
  const cases: [string, string, number, RegExp][] = [
    ['an absent collection', 'db.collection("nope").get()', -502005, /Db or Table not exist: nope/],
    ['a collection made twice', 'db.createCollection("items")', -1, /Table exist/],
    [
      'a taken id',
      'db.collection("items").add({ data: { _id: "a" } })',
      -502001,
      /E11000 .*index: _id_/,
    ],
    [
      'a path through null',
      'db.collection("items").doc("a").update({ data: { "n.x": 1 } })',
      -502001,
      /Cannot create field 'x' in element \{n: null\}/,
    ],
    [
      'a number where there is none',
      'db.collection("items").doc("a").update({ data: { s: _.inc(1) } })',
      -502001,
      /Cannot apply \$inc to a value of non-numeric type/,
    ],
    [
      'a list where there is none',
      'db.collection("items").doc("a").update({ data: { s: _.push(1) } })',
      -502001,
      /must be an array but is of type string/,
    ],
    [
      'an absent document',
      'db.collection("items").doc("no").get()',
      -1,
      /document with _id no does not exist/,
    ],
    [
      'a function nobody deployed',
      'cloud.callFunction({ name: "none" })',
      -1,
      /function none not found/,
    ],
  ]
  test.each(cases)('%s', async (_label, code, errCode, message) => {
    cloud.database.put('items', [{ _id: 'a', n: null, s: 'text' }])
    const error = await run(
      cloud,
      async ({ db, cloud, _ }, text: string) => {
        try {
          await new Function('db', 'cloud', '_', `return ${text}`)(db, cloud, _)
          return null
        } catch (error) {
          const { errCode, errMsg, message } = error as Record<string, unknown>
          return { errCode, text: String(errMsg ?? message) }
        }
      },
      code,
    )
    expect(error?.errCode).toBe(errCode)
    expect(error?.text).toMatch(message)
  })

  test('a unique index lets no second document in, on add and on update', async () => {
    const texts = await run(cloud, async ({ db }) => {
      const people = db.collection('people')
      await people.add({
        data: [
          { _id: 'a', email: 'x' },
          { _id: 'b', email: 'y' },
        ],
      })
      const text = (error: { errMsg: string }): string => error.errMsg
      return [
        await people.add({ data: { email: 'x' } }).catch(text),
        await people
          .doc('b')
          .update({ data: { email: 'x' } })
          .catch(text),
        await people.doc('a').update({ data: { email: 'z' } }),
        await people.add({ data: { _id: 'c', email: 'x' } }),
      ].map((one) => (typeof one === 'string' ? one.match(/index: (\w+)/)?.[1] : 'ok'))
    })
    expect(texts).toEqual(['email', 'email', 'ok', 'ok'])
  })
})
