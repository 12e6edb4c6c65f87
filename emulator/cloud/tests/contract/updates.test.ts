import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBench, SDKS, type Bench } from './both-sdks'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
beforeEach(() => bench.cloud.reset())
afterAll(() => bench.cloud.stop())

const items = (): unknown => JSON.parse(JSON.stringify(bench.cloud.database.list('items')))

/** What a document was, the update, what it is then. Nothing changed: 0 updated. */
const UPDATES: [label: string, before: object, data: string, after: object, updated?: number][] = [
  // Plain values
  ['a new field', { a: 1 }, '{ b: 2 }', { a: 1, b: 2 }],
  ['several fields', { a: 1 }, "{ a: 'x', b: null, c: [1] }", { a: 'x', b: null, c: [1] }],
  [
    'objects are merged',
    { o: { x: 1, y: 2 } },
    '{ o: { y: 3, z: 4 } }',
    { o: { x: 1, y: 3, z: 4 } },
  ],
  [
    'deep objects too',
    { o: { p: { x: 1 } } },
    '{ o: { p: { y: 2 } } }',
    { o: { p: { x: 1, y: 2 } } },
  ],
  ['an object where there was none', {}, '{ o: { p: { y: 2 } } }', { o: { p: { y: 2 } } }],
  ['a dotted path', { o: { x: 1 } }, "{ 'o.x': 5, 'o.y.z': 6 }", { o: { x: 5, y: { z: 6 } } }],
  ['a list is replaced as a whole', { l: [1, 2] }, '{ l: [3] }', { l: [3] }],
  ['a position in a list', { l: [1, 2] }, "{ 'l.1': 9 }", { l: [1, 9] }],
  ['a position beyond the end', { l: [1] }, "{ 'l.3': 9 }", { l: [1, null, null, 9] }],
  [
    'a member of an element',
    { l: [{ q: 1 }, { q: 2 }] },
    "{ 'l.1.q': 5 }",
    { l: [{ q: 1 }, { q: 5 }] },
  ],
  [
    'elements as members of an object',
    { l: [{ q: 1 }, { q: 2 }] },
    '{ l: { 1: { q: 5 } } }',
    { l: [{ q: 1 }, { q: 5 }] },
  ],
  ['a number as name makes a member where no list is', { o: {} }, "{ 'o.0': 1 }", { o: { 0: 1 } }],
  ['undefined is left out', { a: 1 }, '{ a: undefined, b: 1 }', { a: 1, b: 1 }],
  ['a null is overwritten as a whole', { o: null }, '{ o: _.set({ x: 1 }) }', { o: { x: 1 } }],
  [
    'the same value changes nothing',
    { a: 1, o: { x: 1 } },
    '{ a: 1, o: { x: 1 } }',
    { a: 1, o: { x: 1 } },
    0,
  ],
  // set, remove, rename
  ['set replaces a whole object', { o: { x: 1 } }, '{ o: _.set({ y: 2 }) }', { o: { y: 2 } }],
  ['set to an empty object', { o: { x: 1 } }, '{ o: _.set({}) }', { o: {} }],
  [
    'set below',
    { o: { p: { x: 1 }, q: 1 } },
    '{ o: { p: _.set({ y: 2 }) } }',
    { o: { p: { y: 2 }, q: 1 } },
  ],
  ['remove', { a: 1, b: 2 }, '{ a: _.remove() }', { b: 2 }],
  ['remove below', { o: { x: 1, y: 2 } }, '{ o: { x: _.remove() } }', { o: { y: 2 } }],
  ['remove by path', { o: { x: 1, y: 2 } }, "{ 'o.x': _.remove() }", { o: { y: 2 } }],
  ['remove what is not there', { a: 1 }, "{ z: _.remove(), 'y.z': _.remove() }", { a: 1 }, 0],
  [
    'remove in a list: members go, elements become null',
    { l: [{ n: 'A', s: {} }, { n: 'B' }] },
    '{ l: { 0: { s: _.remove() }, 1: _.remove() } }',
    { l: [{ n: 'A' }, null] },
  ],
  ['rename', { a: 1 }, "{ a: _.rename('c') }", { c: 1 }],
  [
    'rename below, to another place',
    { o: { x: 1 } },
    "{ 'o.x': _.rename('p.y') }",
    { o: {}, p: { y: 1 } },
  ],
  ['rename onto a field replaces it', { a: 1, c: 2 }, "{ a: _.rename('c') }", { c: 1 }],
  ['rename what is not there', { a: 1 }, "{ z: _.rename('c') }", { a: 1 }, 0],
  // Numbers
  ['inc', { n: 1 }, '{ n: _.inc(2) }', { n: 3 }],
  ['inc by a fraction', { n: 0.2 }, '{ n: _.inc(-0.05) }', { n: 0.2 - 0.05 }],
  ['inc makes the field', {}, '{ n: _.inc(2) }', { n: 2 }],
  ['inc makes the way', {}, '{ o: { n: _.inc(2) } }', { o: { n: 2 } }],
  ['inc by 0 changes nothing', { n: 1 }, '{ n: _.inc(0) }', { n: 1 }, 0],
  ['mul', { n: 3 }, '{ n: _.mul(2.5) }', { n: 7.5 }],
  ['mul of nothing is 0', {}, '{ n: _.mul(2) }', { n: 0 }],
  ['min takes the smaller', { n: 3 }, '{ n: _.min(2) }', { n: 2 }],
  ['min keeps the smaller', { n: 3 }, '{ n: _.min(5) }', { n: 3 }, 0],
  ['max takes the larger', { n: 3 }, '{ n: _.max(5) }', { n: 5 }],
  ['max keeps the larger', { n: 3 }, '{ n: _.max(2) }', { n: 3 }, 0],
  ['min and max make the field', {}, '{ a: _.min(1), b: _.max(2) }', { a: 1, b: 2 }],
  ['max across types: texts are above numbers', { n: 3 }, "{ n: _.max('a') }", { n: 'a' }],
  ['bit and', { n: 13 }, '{ n: _.bit({ and: 10 }) }', { n: 8 }],
  ['bit or, xor', { n: 3, m: 1 }, '{ n: _.bit({ or: 5 }), m: _.bit({ xor: 5 }) }', { n: 7, m: 4 }],
  // Lists
  ['push one', { l: [1] }, '{ l: _.push(2) }', { l: [1, 2] }],
  ['push several', { l: [1] }, '{ l: _.push(2, 3) }', { l: [1, 2, 3] }],
  ['push a list of elements', { l: [1] }, '{ l: _.push([2, 3]) }', { l: [1, 2, 3] }],
  ['push a list as one element', { l: [1] }, '{ l: _.push([[2, 3]]) }', { l: [1, [2, 3]] }],
  ['push makes the list', {}, '{ l: _.push([1]) }', { l: [1] }],
  ['push below', { o: { l: [1] } }, '{ o: { l: _.push([2]) } }', { o: { l: [1, 2] } }],
  ['push objects', { l: [{ a: 1 }] }, '{ l: _.push({ a: 2 }) }', { l: [{ a: 1 }, { a: 2 }] }],
  [
    'push at a position',
    { l: [1, 4] },
    '{ l: _.push({ each: [2, 3], position: 1 }) }',
    { l: [1, 2, 3, 4] },
  ],
  [
    'push before the last',
    { l: [1, 4] },
    '{ l: _.push({ each: [3], position: -1 }) }',
    { l: [1, 3, 4] },
  ],
  [
    'push at a position beyond the end',
    { l: [1] },
    '{ l: _.push({ each: [2], position: 9 }) }',
    { l: [1, 2] },
  ],
  ['push and sort', { l: [3, 1] }, '{ l: _.push({ each: [2], sort: 1 }) }', { l: [1, 2, 3] }],
  [
    'push, sort and keep the first',
    { l: [1, 2, 3] },
    '{ l: _.push({ each: [4, 5, 6], sort: -1, slice: 3 }) }',
    { l: [6, 5, 4] },
  ],
  [
    'push and keep the last',
    { l: [1, 2] },
    '{ l: _.push({ each: [3], slice: -2 }) }',
    { l: [2, 3] },
  ],
  ['push and keep none', { l: [1, 2] }, '{ l: _.push({ each: [3], slice: 0 }) }', { l: [] }],
  ['sort alone', { l: [2, 1] }, '{ l: _.push({ each: [], sort: 1 }) }', { l: [1, 2] }],
  [
    'sort by a member',
    { l: [{ q: 2 }, { q: 9 }] },
    '{ l: _.push({ each: [{ q: 5 }], sort: { q: -1 } }) }',
    { l: [{ q: 9 }, { q: 5 }, { q: 2 }] },
  ],
  ['pop takes the last', { l: [1, 2, 3] }, '{ l: _.pop() }', { l: [1, 2] }],
  ['pop of an empty list', { l: [] }, '{ l: _.pop() }', { l: [] }, 0],
  ['shift takes the first', { l: [1, 2, 3] }, '{ l: _.shift() }', { l: [2, 3] }],
  ['unshift', { l: [3] }, '{ l: _.unshift([1, 2]) }', { l: [1, 2, 3] }],
  ['unshift by arguments', { l: [3] }, '{ l: _.unshift(1, 2) }', { l: [1, 2, 3] }],
  ['pull a value', { l: [1, 2, 1] }, '{ l: _.pull(1) }', { l: [2] }],
  ['pull by comparison', { l: [1, 5, 9] }, '{ l: _.pull(_.gte(5)) }', { l: [1] }],
  ['pull by a range', { l: [1, 5, 9] }, '{ l: _.pull(_.gt(1).and(_.lt(9))) }', { l: [1, 9] }],
  ['pull one of', { l: ['a', 'b', 'c'] }, "{ l: _.pull(_.in(['a', 'c'])) }", { l: ['b'] }],
  ['pull by pattern', { l: ['ab', 'cd'] }, '{ l: _.pull(/^a/) }', { l: ['cd'] }],
  [
    'pull objects by a member',
    { l: [{ q: 1, s: 1 }, { q: 2 }] },
    '{ l: _.pull({ q: 1 }) }',
    { l: [{ q: 2 }] },
  ],
  [
    'pull objects by a condition',
    { l: [{ q: 1 }, { q: 5 }, { q: 9 }] },
    '{ l: _.pull({ q: _.gt(1) }) }',
    { l: [{ q: 1 }] },
  ],
  [
    'pull objects by elements of their list',
    { l: [{ c: [{ n: 'x' }] }, { c: [{ n: 'y' }] }] },
    "{ l: _.pull({ c: _.elemMatch({ n: 'x' }) }) }",
    { l: [{ c: [{ n: 'y' }] }] },
  ],
  [
    'pull from several lists',
    { l: [1, 2], m: [1, 2] },
    '{ l: _.pull(1), m: _.pull(2) }',
    { l: [2], m: [1] },
  ],
  ['pull what is not there', { l: [1] }, '{ l: _.pull(7), z: _.pull(1) }', { l: [1] }, 0],
  ['pullAll', { l: [1, 2, 1, 3] }, '{ l: _.pullAll([1, 3]) }', { l: [2] }],
  [
    'pullAll of whole objects',
    { l: [{ a: 1 }, { a: 1, b: 2 }] },
    '{ l: _.pullAll([{ a: 1 }]) }',
    { l: [{ a: 1, b: 2 }] },
  ],
  ['addToSet', { l: [1] }, '{ l: _.addToSet(2) }', { l: [1, 2] }],
  ['addToSet of what is there', { l: [1] }, '{ l: _.addToSet(1) }', { l: [1] }, 0],
  ['addToSet makes the list', {}, '{ l: _.addToSet({ a: 1 }) }', { l: [{ a: 1 }] }],
  [
    'addToSet takes a list as one element',
    { l: [1] },
    '{ l: _.addToSet([2, 3]) }',
    { l: [1, [2, 3]] },
  ],
  [
    'addToSet of several, as the documents write it',
    { l: [1] },
    '{ l: _.addToSet({ $each: [1, 2, 3] }) }',
    { l: [1, 2, 3] },
  ],
  [
    'addToSet sends { each } as it is',
    { l: [1] },
    '{ l: _.addToSet({ each: [2] }) }',
    { l: [1, { each: [2] }] },
  ],
  [
    'every element',
    { l: [{ q: 1 }, { q: 2 }] },
    "{ 'l.$[].q': _.inc(1) }",
    { l: [{ q: 2 }, { q: 3 }] },
  ],
  [
    'several operators at once',
    { n: 1, l: [1] },
    "{ n: _.inc(1), l: _.push([2]), s: 'x' }",
    { n: 2, l: [1, 2], s: 'x' },
  ],
]

describe.each(SDKS)('updating with %s', (sdk) => {
  test.each(UPDATES)('%s: %o with %s', async (_label, before, data, after, updated = 1) => {
    bench.cloud.database.put('items', [{ _id: 'a', ...before }, { _id: 'other' }])
    expect(await bench.evaluate(sdk, `update('a', ${data})`)).toBe(updated)
    expect(items()).toEqual([{ _id: 'a', ...after }, { _id: 'other' }])
  })

  test('where updates all that match; the element that matched is $', async () => {
    bench.cloud.database.put('items', [
      {
        _id: 'a',
        l: [
          { s: 'x', q: 1 },
          { s: 'y', q: 1 },
        ],
      },
      { _id: 'b', l: [{ s: 'y', q: 2 }] },
      { _id: 'c', l: [{ s: 'z', q: 3 }] },
    ])
    const code = `[
      await updateWhere({ 'l.s': 'y' }, { 'l.$.q': 9 }),
      await updateWhere({ l: _.elemMatch({ s: 'x', q: 1 }) }, { 'l.$.q': _.inc(4) }),
      await updateWhere({ _id: 'nobody' }, { a: 1 }),
      await update('nobody', { a: 1 }),
    ]`
    expect(await bench.evaluate(sdk, code)).toEqual([2, 1, 0, 0])
    expect(items()).toEqual([
      {
        _id: 'a',
        l: [
          { s: 'x', q: 5 },
          { s: 'y', q: 9 },
        ],
      },
      { _id: 'b', l: [{ s: 'y', q: 9 }] },
      { _id: 'c', l: [{ s: 'z', q: 3 }] },
    ])
  })

  const REFUSED: [label: string, data: string, text: string][] = [
    ['a path through null', "{ 'z.x': 1 }", "Cannot create field 'x' in element {z: null}"],
    ['an object into null', '{ z: { x: 1 } }', "Cannot create field 'x' in element {z: null}"],
    ['a path through a text', "{ 's.x': 1 }", 'Cannot create field \'x\' in element {s: "text"}'],
    ['a name in a list', "{ 'l.x': 1 }", "Cannot create field 'x' in element {l: [1]}"],
    ['inc of a text', '{ s: _.inc(1) }', 'Cannot apply $inc to a value of non-numeric type'],
    ['inc of null', '{ z: _.inc(1) }', "has the field 'z' of non-numeric type null"],
    ['inc by a text', "{ n: _.inc('1') }", 'Cannot increment with non-numeric argument: {n: "1"}'],
    ['mul of a text', '{ s: _.mul(2) }', 'Cannot apply $mul to a value of non-numeric type'],
    ['push to a text', '{ s: _.push(1) }', "The field 's' must be an array but is of type string"],
    ['push to null', '{ z: _.push(1) }', "The field 'z' must be an array but is of type null"],
    ['addToSet to a number', '{ n: _.addToSet(1) }', 'Cannot apply $addToSet to non-array field'],
    ['pop of a number', '{ n: _.pop() }', "contains an element of non-array type 'int'"],
    ['pull from a number', '{ n: _.pull(1) }', 'Cannot apply $pull to a non-array value'],
    ['pullAll of no list', '{ l: _.pullAll(1) }', '$pullAll requires an array argument'],
    [
      'a bit operation nobody knows',
      '{ n: _.bit({ nand: 1 }) }',
      "only supports 'and', 'or', and 'xor'",
    ],
    [
      'bits of a fraction',
      '{ f: _.bit({ and: 1 }) }',
      'Cannot apply $bit to a value of non-integral type',
    ],
    [
      'a field and its member',
      "{ o: _.set({ x: 1 }), 'o.x': 2 }",
      "would create a conflict at 'o'",
    ],
    [
      'one field twice',
      "{ n: _.inc(1), 'n': 2, m: _.rename('n') }",
      "would create a conflict at 'n'",
    ],
    ['rename to itself', "{ n: _.rename('n') }", 'source and target field for $rename must differ'],
    ['rename out of a list', "{ 'l.0': _.rename('m') }", 'cannot be an array element'],
    ['an operator as a value', '{ n: { $inc: 1 } }', "The dollar ($) prefixed field '$inc'"],
    ['an empty step', "{ 'o..x': 1 }", 'contains an empty field name'],
    [
      'an empty object, which the SDK drops',
      '{ o: {} }',
      'update document must have at least one element',
    ],
    ['every element of no list', "{ 'n.$[].q': 1 }", 'array updates'],
    [
      'the element that matched, without a condition',
      "{ 'l.$': 1 }",
      'did not find the match needed',
    ],
  ]
  test.each(REFUSED)('refused: %s', async (_label, data, text) => {
    const before = { _id: 'a', n: 1, f: 1.5, s: 'text', l: [1], o: { x: 0 }, z: null }
    bench.cloud.database.put('items', [before])
    expect(await bench.evaluate(sdk, `refusal(update('a', ${data}))`)).toContain(text)
    expect(items()).toEqual([before])
  })

  test('where stops at the first document that can’t be updated; those before it stay updated', async () => {
    bench.cloud.database.put('items', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 'text' },
      { _id: 'c', n: 3 },
    ])
    const text = await bench.evaluate(sdk, 'refusal(updateWhere({}, { n: _.inc(1) }))')
    expect(text).toContain('Cannot apply $inc')
    expect(items()).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'b', n: 'text' },
      { _id: 'c', n: 3 },
    ])
  })

  test('the id can be neither set nor updated', async () => {
    bench.cloud.database.put('items', [{ _id: 'a', n: 1 }])
    const code = `[await refusal(update('a', { _id: 'b' })), await refusal(set('a', { _id: 'b' }))]`
    for (const text of await bench.evaluate<string[]>(sdk, code)) expect(text).toBeTruthy()
    expect(items()).toEqual([{ _id: 'a', n: 1 }])
  })
})

describe('what only @cloudbase/node-sdk has', () => {
  test('updateAndReturn changes the first match and gives it as it is then', async () => {
    bench.cloud.database.put('items', [
      { _id: 'a', n: 1, at: new Date(5) },
      { _id: 'b', n: 1 },
    ])
    const code = `
      const one = await items.where({ n: 1 }).updateAndReturn({ n: _.inc(5), l: _.push([1]) })
      const none = await items.where({ n: 77 }).updateAndReturn({ n: 1 })
      return [one.updated, one.doc, one.doc.at instanceof Date, none.updated, none.doc ?? null]`
    expect(await bench.evaluate('node-sdk', code)).toEqual([
      1,
      { _id: 'a', n: 6, l: [1], at: '1970-01-01T00:00:00.005Z' },
      true,
      0,
      null,
    ])
    expect(bench.cloud.database.get('items', 'b')).toEqual({ _id: 'b', n: 1 })
  })

  test('updateAndReturn takes part in a transaction', async () => {
    bench.cloud.database.put('items', [{ _id: 'a', n: 1 }])
    const code = `
      const session = await db.startTransaction()
      const one = await session.collection('items').where({ _id: 'a' }).updateAndReturn({ n: _.inc(1) })
      const outside = await read('a')
      await session.rollback()
      return [one.updated, one.doc, outside, await read('a')]`
    const before = { _id: 'a', n: 1 }
    expect(await bench.evaluate('node-sdk', code)).toEqual([1, { _id: 'a', n: 2 }, before, before])
  })

  test('multiple: false touches one document', async () => {
    bench.cloud.database.put(
      'items',
      [1, 2, 3].map((n) => ({ _id: `d${n}`, n: 1 })),
    )
    const code = `
      const { updated } = await items.options({ multiple: false }).where({ n: 1 }).update({ n: 2 })
      const { deleted } = await items.options({ multiple: false }).where({ n: 1 }).remove()
      return [updated, deleted, (await items.count()).total]`
    expect(await bench.evaluate('node-sdk', code)).toEqual([1, 1, 2])
  })

  test('an update document given raw', async () => {
    bench.cloud.database.put('items', [{ _id: 'a', n: 1, l: [1, 2] }])
    bench.cloud.clock.freeze(1_700_000_000_000)
    const code = `
      const raw = items.options({ raw: true })
      const { updated } = await raw.where({ _id: 'a' }).update({
        $set: { x: 1 }, $currentDate: { at: true }, $addToSet: { l: { $each: [2, 3] } },
      })
      return [updated, await refusal(raw.where({ _id: 'a' }).update({ $set: {} })),
        await refusal(update('a', {})),
        await refusal(raw.where({ _id: 'a' }).update({ $foo: { a: 1 } })),
        await refusal(raw.where({ _id: 'a' }).update({ a: 1 }))]`
    const result = await bench.evaluate('node-sdk', code)
    bench.cloud.clock.resume()
    expect(result).toEqual([
      1,
      "[FailedOperation] multiple write errors: [{write errors: [{'$set' is empty. You must specify a field " +
        'like so: {$set: {<field>: ...}}}]}, {<nil>}]',
      expect.stringContaining('update document must have at least one element'),
      expect.stringContaining('Unknown modifier: $foo'),
      expect.stringContaining("must contain key beginning with '$'"),
    ])
    expect(bench.cloud.database.get('items', 'a')).toEqual({
      _id: 'a',
      n: 1,
      x: 1,
      l: [1, 2, 3],
      at: new Date(1_700_000_000_000),
    })
  })
})
