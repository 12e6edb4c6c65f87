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

describe('query operators', () => {
  const people = [
    { _id: 'a', n: 1, tags: ['x', 'y'], name: 'Mei', sub: { k: 1 }, lines: [{ q: 1 }, { q: 5 }] },
    { _id: 'b', n: 2, tags: [], name: 'lan', sub: { k: 2 }, lines: [{ q: 3 }] },
    { _id: 'c', n: 3, tags: ['y'], name: null },
    { _id: 'd', n: '2' },
  ]
  const cases: [string, string, string[]][] = [
    ['eq', '{ n: _.eq(2) }', ['b']],
    ['neq', '{ n: _.neq(2) }', ['a', 'c', 'd']],
    ['range within the type', '{ n: _.gte(2) }', ['b', 'c']],
    ['and on one field', '{ n: _.gt(1).and(_.lt(3)) }', ['b']],
    ['in / nin', '{ n: _.in([1, 3]), _id: _.nin(["c"]) }', ['a']],
    ['or', '_.or([{ n: 1 }, { name: "lan" }])', ['a', 'b']],
    ['nor', '_.nor([{ n: 1 }, { n: 2 }, { n: "2" }])', ['c']],
    ['not', '{ n: _.not(_.gt(1)) }', ['a', 'd']],
    ['exists', '{ sub: _.exists(true) }', ['a', 'b']],
    ['null matches absent too', '{ name: null }', ['c', 'd']],
    ['array member', '{ tags: "y" }', ['a', 'c']],
    ['size', '{ tags: _.size(0) }', ['b']],
    ['all', '{ tags: _.all(["x", "y"]) }', ['a']],
    ['elemMatch', '{ lines: _.elemMatch({ q: _.in([2, 3]) }) }', ['b']],
    ['mod', '{ n: _.mod(2, 1) }', ['a', 'c']],
    ['nested path', '{ sub: { k: 2 } }', ['b']],
    ['path through documents', '{ "lines.q": 5 }', ['a']],
    ['array position', '{ "tags.0": "y" }', ['c']],
    ['regex', '{ name: db.RegExp({ regexp: "^me", options: "i" }) }', ['a']],
    ['expr', '_.expr($.gt(["$n", 2]))', ['c', 'd']],
  ]
  test.each(cases)('%s', async (_label, where, ids) => {
    cloud.database.put('items', people)
    const found = await run(
      cloud,
      async ({ db, _, $ }, text: string) => {
        const where = new Function('_', '$', 'db', `return ${text}`)(_, $, db)
        return (await db.collection('items').where(where).get()).data.map(
          (d: { _id: string }) => d._id,
        )
      },
      where,
    )
    expect(found).toEqual(ids)
  })
})

describe('update operators', () => {
  const cases: [string, object, string, object][] = [
    ['inc creates', {}, '{ n: _.inc(2) }', { n: 2 }],
    ['mul', { n: 3 }, '{ n: _.mul(2) }', { n: 6 }],
    ['min keeps the smaller', { n: 3 }, '{ n: _.min(5) }', { n: 3 }],
    ['max keeps the larger', { n: 3 }, '{ n: _.max(5) }', { n: 5 }],
    ['remove', { a: 1, b: 2 }, '{ a: _.remove() }', { b: 2 }],
    ['rename', { a: 1 }, '{ a: _.rename("c") }', { c: 1 }],
    ['set replaces a whole object', { o: { x: 1 } }, '{ o: _.set({ y: 2 }) }', { o: { y: 2 } }],
    [
      'push at a position',
      { l: [1, 3] },
      '{ l: _.push({ each: [2], position: 1 }) }',
      { l: [1, 2, 3] },
    ],
    [
      'push sorted and cut',
      { l: [3] },
      '{ l: _.push({ each: [1, 2], sort: 1, slice: 2 }) }',
      { l: [1, 2] },
    ],
    ['unshift', { l: [2] }, '{ l: _.unshift([0, 1]) }', { l: [0, 1, 2] }],
    ['pop and shift', { l: [1, 2], m: [1, 2] }, '{ l: _.pop(), m: _.shift() }', { l: [1], m: [2] }],
    ['pull by condition', { l: [1, 5, 9] }, '{ l: _.pull(_.gt(4)) }', { l: [1] }],
    ['pullAll', { l: [1, 2, 1] }, '{ l: _.pullAll([1]) }', { l: [2] }],
    ['addToSet', { l: [1] }, '{ l: _.addToSet(1), m: _.addToSet(2) }', { l: [1], m: [2] }],
    ['array position', { l: [1, 2] }, '{ "l.1": 9 }', { l: [1, 9] }],
    ['position beyond the end', { l: [1] }, '{ "l.2": 9 }', { l: [1, null, 9] }],
    [
      'every element',
      { l: [{ q: 1 }, { q: 2 }] },
      '{ "l.$[].q": _.inc(1) }',
      { l: [{ q: 2 }, { q: 3 }] },
    ],
  ]
  test.each(cases)('%s', async (_label, before, update, after) => {
    cloud.database.put('items', [{ _id: 'a', ...before }])
    await run(
      cloud,
      ({ db, _ }, text: string) =>
        db
          .collection('items')
          .doc('a')
          .update({ data: new Function('_', `return ${text}`)(_) }),
      update,
    )
    expect(items()).toEqual([{ _id: 'a', ...after }])
  })

  test('the first matching element by position', async () => {
    cloud.database.put('items', [{ _id: 'a', l: [{ k: 1 }, { k: 2 }, { k: 2 }] }])
    await run(cloud, ({ db }) =>
      db
        .collection('items')
        .where({ 'l.k': 2 })
        .update({ data: { 'l.$.hit': true } }),
    )
    expect(items()).toEqual([{ _id: 'a', l: [{ k: 1 }, { k: 2, hit: true }, { k: 2 }] }])
  })
})
