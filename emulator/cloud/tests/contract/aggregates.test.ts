import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBench, SDKS, type Bench } from './both-sdks'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
beforeEach(() => bench.cloud.reset())
afterAll(() => bench.cloud.stop())

const put = (documents: object[], collection = 'items'): void =>
  bench.cloud.database.put(
    collection,
    documents.map((one, i) => ({ _id: `d${i}`, ...one })),
  )

const BOOKS = [
  { title: 'A', author: 'li', price: 10, tags: ['x', 'y'], sold: { north: 1, south: 2 } },
  { title: 'B', author: 'wu', price: 30, tags: ['y'], sold: { north: 5 } },
  { title: 'C', author: 'li', price: 20, tags: [], sold: null },
  { title: 'D', author: null, price: 5 },
  { title: 'E', price: 5, tags: 'z' },
]

type Case = [label: string, pipeline: string, result: unknown]

const STAGES: Case[] = [
  // match, sort, skip, limit, count
  ['match', "a.match({ author: 'li', price: _.gt(10) }).project({ title: 1 })", [{ title: 'C' }]],
  [
    'match by alternatives',
    "a.match(_.or([{ title: 'A' }, { price: 30 }])).project({ title: 1 })",
    [{ title: 'A' }, { title: 'B' }],
  ],
  [
    'match with an expression',
    "a.match(_.expr($.gt(['$price', 20]))).project({ title: 1 })",
    [{ title: 'B' }],
  ],
  ['sort by two', 'a.sort({ price: 1, title: -1 }).project({ title: 1 })', 'EDACB'],
  [
    'match, sort, limit',
    'a.match({ price: _.lt(30) }).sort({ price: -1 }).limit(2).project({ title: 1 })',
    'CA',
  ],
  ['limit before sort', 'a.limit(3).sort({ price: -1 }).project({ title: 1 })', 'BCA'],
  ['skip', 'a.sort({ title: 1 }).skip(3).project({ title: 1 })', 'DE'],
  ['skip after limit', 'a.sort({ title: 1 }).limit(3).skip(1).project({ title: 1 })', 'BC'],
  ['count', "a.match({ price: _.gte(10) }).count('many')", [{ many: 3 }]],
  ['count of nothing is no document', "a.match({ price: 99 }).count('many')", []],
  // project
  [
    'project: in',
    "a.match({ title: 'A' }).project({ title: 1, 'sold.north': true })",
    [{ title: 'A', sold: { north: 1 } }],
  ],
  [
    'project: out',
    "a.match({ title: 'B' }).project({ tags: 0, sold: false, author: 0 })",
    [{ title: 'B', price: 30 }],
  ],
  [
    'project: nested out',
    "a.match({ title: 'A' }).project({ sold: { north: 0 }, tags: 0 })",
    [{ title: 'A', author: 'li', price: 10, sold: { south: 2 } }],
  ],
  [
    'project: nested in',
    "a.match({ title: 'A' }).project({ sold: { south: 1 } })",
    [{ sold: { south: 2 } }],
  ],
  [
    'project: computed',
    "a.match({ title: 'A' }).project({ double: $.multiply(['$price', 2]), who: '$author' })",
    [{ double: 20, who: 'li' }],
  ],
  [
    'project: computed below',
    "a.match({ title: 'A' }).project({ 'info.who': '$author', info: { p: '$price' } })",
    [{ info: { who: 'li', p: 10 } }],
  ],
  [
    'project: what is missing stays missing',
    "a.match({ title: 'E' }).project({ who: '$author', t: '$title' })",
    [{ t: 'E' }],
  ],
  [
    'project: a list of fields, missing ones as null',
    "a.match({ title: 'E' }).project({ l: ['$title', '$author'] })",
    [{ l: ['E', null] }],
  ],
  [
    'project: a path through objects',
    "a.match({ title: 'A' }).project({ n: '$sold.north' })",
    [{ n: 1 }],
  ],
  [
    'project: literals',
    "a.match({ title: 'A' }).project({ one: $.literal(1), text: $.literal('$price'), plain: 'text' })",
    [{ one: 1, text: '$price', plain: 'text' }],
  ],
  // addFields
  [
    'addFields',
    "a.match({ title: 'D' }).addFields({ total: $.add(['$price', 1]), one: 1 })",
    [{ title: 'D', author: null, price: 5, total: 6, one: 1 }],
  ],
  [
    'addFields below',
    "a.match({ title: 'D' }).addFields({ 'o.x': '$price', p: { y: 1 } })",
    [{ title: 'D', author: null, price: 5, o: { x: 5 }, p: { y: 1 } }],
  ],
  [
    'addFields replaces',
    "a.match({ title: 'D' }).addFields({ price: '$title', author: '$$REMOVE' })",
    [{ title: 'D', price: 'D' }],
  ],
  // unwind
  [
    'unwind',
    "a.unwind('$tags').project({ title: 1, tags: 1 })",
    [
      { title: 'A', tags: 'x' },
      { title: 'A', tags: 'y' },
      { title: 'B', tags: 'y' },
      { title: 'E', tags: 'z' },
    ],
  ],
  [
    'unwind with positions',
    "a.unwind({ path: '$tags', includeArrayIndex: 'at' }).project({ t: '$tags', at: 1 })",
    [
      { t: 'x', at: 0 },
      { t: 'y', at: 1 },
      { t: 'y', at: 0 },
      { t: 'z', at: null },
    ],
  ],
  [
    'unwind that keeps the empty',
    "a.unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).project({ title: 1, tags: 1 })",
    [
      { title: 'A', tags: 'x' },
      { title: 'A', tags: 'y' },
      { title: 'B', tags: 'y' },
      { title: 'C' },
      { title: 'D' },
      { title: 'E', tags: 'z' },
    ],
  ],
  // replaceRoot
  [
    'replaceRoot by a field',
    "a.match({ title: 'A' }).replaceRoot({ newRoot: '$sold' })",
    [{ north: 1, south: 2 }],
  ],
  [
    'replaceRoot by an object',
    "a.match({ title: 'A' }).replaceRoot({ newRoot: { t: $.concat(['$title', '-', '$author']) } })",
    [{ t: 'A-li' }],
  ],
  // sortByCount
  ['sortByCount', "a.unwind('$tags').sortByCount('$tags').limit(1)", [{ count: 2 }]],
]

const GROUPS: Case[] = [
  [
    'by a field: null and nothing are one',
    "a.group({ _id: '$author', n: $.sum(1) }).sort({ _id: 1 })",
    [
      { _id: null, n: 2 },
      { _id: 'li', n: 2 },
      { _id: 'wu', n: 1 },
    ],
  ],
  [
    'all in one',
    "a.group({ _id: null, total: $.sum('$price'), avg: $.avg('$price'), max: $.max('$price'), min: $.min('$title') })",
    [{ _id: null, total: 70, avg: 14, max: 30, min: 'A' }],
  ],
  [
    'by an object',
    `a.match({ author: 'li' })
      .group({ _id: { who: '$author', cheap: $.lt(['$price', 15]) }, t: $.push('$title') })
      .sort({ t: 1 })`,
    [
      { _id: { who: 'li', cheap: true }, t: ['A'] },
      { _id: { who: 'li', cheap: false }, t: ['C'] },
    ],
  ],
  [
    'by an object, a missing member is left out',
    "a.match({ title: 'E' }).group({ _id: { who: '$author' } })",
    [{ _id: {} }],
  ],
  [
    'first and last in order',
    "a.sort({ price: 1, title: 1 }).group({ _id: null, first: $.first('$title'), last: $.last('$title') })",
    [{ _id: null, first: 'D', last: 'B' }],
  ],
  [
    'push of objects',
    "a.match({ author: 'li' }).group({ _id: 1, l: $.push({ t: '$title', s: '$sold.south' }) })",
    [{ _id: 1, l: [{ t: 'A', s: 2 }, { t: 'C' }] }],
  ],
  [
    'push leaves out what is missing',
    "a.group({ _id: 1, l: $.push('$author') })",
    [{ _id: 1, l: ['li', 'wu', 'li', null] }],
  ],
  [
    'addToSet',
    "a.group({ _id: 1, l: $.addToSet('$author') })",
    [{ _id: 1, l: ['li', 'wu', null] }],
  ],
  [
    'addToSet of lists',
    "a.match({ tags: _.exists(true) }).group({ _id: 1, l: $.addToSet('$tags') })",
    [{ _id: 1, l: [['x', 'y'], ['y'], [], 'z'] }],
  ],
  [
    'sum passes over what is no number',
    "a.group({ _id: 1, n: $.sum('$title'), m: $.avg('$title'), o: $.max('$zzz') })",
    [{ _id: 1, n: 0, m: null, o: null }],
  ],
  [
    'sum of an expression',
    "a.group({ _id: 1, n: $.sum($.multiply(['$price', 2])), m: $.sum($.sum(['$sold.north', '$sold.south'])) })",
    [{ _id: 1, n: 140, m: 8 }],
  ],
  [
    'standard deviations',
    "a.match({ author: 'li' }).group({ _id: 1, p: $.stdDevPop('$price'), s: $.stdDevSamp('$price') })",
    [{ _id: 1, p: 5, s: Math.sqrt(50) }],
  ],
  [
    'standard deviation of one is none',
    "a.match({ title: 'A' }).group({ _id: 1, p: $.stdDevPop('$price'), s: $.stdDevSamp('$price') })",
    [{ _id: 1, p: 0, s: null }],
  ],
  [
    'mergeObjects',
    "a.match({ sold: _.exists(true) }).group({ _id: 1, all: $.mergeObjects('$sold') })",
    [{ _id: 1, all: { north: 5, south: 2 } }],
  ],
  [
    'tenths add up exactly',
    "a.limit(1).addFields({ l: $.range([0, 10]) }).unwind('$l').group({ _id: 1, n: $.sum(0.1) })",
    [{ _id: 1, n: 1 }],
  ],
  [
    'buckets',
    "a.bucket({ groupBy: '$price', boundaries: [0, 10, 25], default: 'more' })",
    [
      { _id: 0, count: 2 },
      { _id: 10, count: 2 },
      { _id: 'more', count: 1 },
    ],
  ],
  [
    'buckets with their own output',
    "a.bucket({ groupBy: '$price', boundaries: [0, 10, 50], output: { t: $.push('$title'), n: $.sum('$price') } })",
    [
      { _id: 0, t: ['D', 'E'], n: 10 },
      { _id: 10, t: ['A', 'B', 'C'], n: 60 },
    ],
  ],
  [
    'bucketAuto',
    "a.bucketAuto({ groupBy: '$price', buckets: 2 })",
    [
      { _id: { min: 5, max: 20 }, count: 3 },
      { _id: { min: 20, max: 30 }, count: 2 },
    ],
  ],
  [
    'bucketAuto keeps equal keys together',
    "a.bucketAuto({ groupBy: '$price', buckets: 5 })",
    [
      { _id: { min: 5, max: 10 }, count: 2 },
      { _id: { min: 10, max: 20 }, count: 1 },
      { _id: { min: 20, max: 30 }, count: 1 },
      { _id: { min: 30, max: 30 }, count: 1 },
    ],
  ],
  [
    'bucketAuto with round bounds',
    "a.bucketAuto({ groupBy: '$price', buckets: 2, granularity: '1-2-5', output: { t: $.push('$title') } })",
    [
      { _id: { min: 2, max: 20 }, t: ['D', 'E', 'A'] },
      { _id: { min: 20, max: 50 }, t: ['C', 'B'] },
    ],
  ],
  [
    'bucketAuto with powers of two',
    "a.bucketAuto({ groupBy: '$price', buckets: 2, granularity: 'POWERSOF2' })",
    [
      { _id: { min: 4, max: 16 }, count: 3 },
      { _id: { min: 16, max: 32 }, count: 2 },
    ],
  ],
  [
    'sortByCount of an expression',
    "a.sortByCount($.lt(['$price', 10]))",
    [
      { _id: false, count: 3 },
      { _id: true, count: 2 },
    ],
  ],
]

describe.each(SDKS)('stages with %s', (sdk) => {
  test.each(STAGES)('%s: %s', async (_label, pipeline, result) => {
    put(BOOKS)
    const list = await bench.evaluate<{ title: string }[]>(sdk, `pipe((a) => ${pipeline})`)
    if (typeof result === 'string') expect(list.map((one) => one.title).join('')).toBe(result)
    else expect(list).toEqual(result)
  })

  test.each(GROUPS)('group: %s: %s', async (_label, pipeline, result) => {
    put(BOOKS)
    expect(await bench.evaluate(sdk, `aggregate((a) => ${pipeline})`)).toEqual(result)
  })

  test('sample draws different documents, as many as asked for', async () => {
    put(BOOKS)
    const code = `[
      (await aggregate((a) => a.sample({ size: 2 }))).map((one) => one._id),
      (await aggregate((a) => a.sample({ size: 99 }))).length,
    ]`
    const [ids, all] = await bench.evaluate<[string[], number]>(sdk, code)
    expect(new Set(ids).size).toBe(2)
    expect(all).toBe(5)
  })

  test('20 documents unless a limit is asked for, and 10,000 whatever is asked for', async () => {
    put(Array.from({ length: 10_100 }, (_, n) => ({ n })))
    const code = `
      const size = async (build) => (await aggregate(build)).length
      return [
        await size((a) => a), await size((a) => a.match({ n: _.gte(0) })),
        await size((a) => a.group({ _id: '$n' })), await size((a) => a.match({ n: _.lt(5) })),
        await size((a) => a.limit(50)), await size((a) => a.limit(50).project({ n: 1 })),
        await size((a) => a.limit(2000)), await size((a) => a.limit(20000)),
      ]`
    expect(await bench.evaluate(sdk, code)).toEqual([20, 20, 20, 5, 50, 50, 2000, 10_000])
  })
})

describe.each(SDKS)('lookup with %s', (sdk) => {
  const ORDERS = [
    { _id: 1, sku: 'tea', n: 2 },
    { _id: 2, sku: ['cup', 'tea'], n: 1 },
    { _id: 3, n: 5 },
    { _id: 4, sku: [], n: 1 },
  ]
  const STOCK = [
    { _id: 'a', sku: 'tea', left: 120, sizes: ['S', 'L'] },
    { _id: 'b', sku: 'cup', left: 1 },
    { _id: 'c', sku: null, left: 7 },
    { _id: 'd', left: 8 },
  ]
  const found = 'addFields({ found: $.map({ input: "$found", in: "$$this._id" }) })'
  const JOINS: Case[] = [
    [
      'by equal fields; lists look for each element; nothing meets null and nothing',
      `a.lookup({ from: 'others', localField: 'sku', foreignField: 'sku', as: 'found' })
        .${found}.project({ found: 1 })`,
      [['a'], ['a', 'b'], ['c', 'd'], []],
    ],
    [
      'by elements of the other’s list',
      `a.addFields({ size: 'L' })
        .lookup({ from: 'others', localField: 'size', foreignField: 'sizes', as: 'found' })
        .${found}`,
      [['a'], ['a'], ['a'], ['a']],
    ],
    [
      'by a pipeline alone',
      `a.lookup({
        from: 'others',
        pipeline: $.pipeline().match({ left: _.gt(5) }).sort({ left: -1 }).done(),
        as: 'found',
      }).${found}`,
      [
        ['a', 'd', 'c'],
        ['a', 'd', 'c'],
        ['a', 'd', 'c'],
        ['a', 'd', 'c'],
      ],
    ],
    [
      'by a pipeline that knows the document',
      `a.lookup({
        from: 'others',
        let: { sku: '$sku', wanted: '$n' },
        pipeline: $.pipeline().match(_.expr($.and([
          $.eq(['$sku', '$$sku']), $.gte(['$left', '$$wanted']),
        ]))).project({ _id: 1, rest: $.subtract(['$left', '$$wanted']) }).done(),
        as: 'found',
      }).${found}`,
      [['a'], [], ['d'], []],
    ],
    [
      'from a collection that isn’t there',
      `a.lookup({ from: 'nowhere', localField: 'sku', foreignField: 'sku', as: 'found' }).${found}`,
      [[], [], [], []],
    ],
  ]
  test.each(JOINS)('%s', async (_label, pipeline, ids) => {
    bench.cloud.database.put('items', ORDERS)
    bench.cloud.database.put('others', STOCK)
    const list = await bench.evaluate<{ found: string[] }[]>(sdk, `aggregate((a) => ${pipeline})`)
    expect(list.map((one) => one.found)).toEqual(ids)
  })

  test('the other document’s fields can be merged in', async () => {
    bench.cloud.database.put('items', ORDERS.slice(0, 1))
    bench.cloud.database.put('others', STOCK)
    const code = `aggregate((a) => a
      .lookup({ from: 'others', localField: 'sku', foreignField: 'sku', as: 'stock' })
      .replaceRoot({ newRoot: $.mergeObjects([$.arrayElemAt(['$stock', 0]), '$$ROOT']) })
      .project({ stock: 0 }))`
    expect(await bench.evaluate(sdk, code)).toEqual([
      { _id: 1, sku: 'tea', left: 120, sizes: ['S', 'L'], n: 2 },
    ])
  })
})

const REFUSED: [label: string, pipeline: string, text: string][] = [
  [
    'near in a match',
    'a.match({ at: _.geoNear({ geometry: new Geo.Point(0, 0) }) })',
    'are not allowed in this context',
  ],
  ['limit 0', 'a.limit(0)', 'the limit must be positive'],
  ['a negative skip', 'a.skip(-1)', 'cannot be negative'],
  ['a direction that is none', 'a.sort({ n: 2 })', '$sort key ordering must be 1'],
  [
    'a group without a key',
    'a.group({ n: $.sum(1) })',
    'a group specification must include an _id',
  ],
  [
    'a group’s field that gathers nothing',
    "a.group({ _id: 1, n: '$n' })",
    "The field 'n' must be an accumulator object",
  ],
  [
    'an unknown accumulator',
    "a.group({ _id: 1, n: { $foo: '$n' } })",
    "unknown group operator '$foo'",
  ],
  ['an unknown expression', "a.project({ x: { $foo: '$n' } })", "Unrecognized expression '$foo'"],
  [
    'two operators in one object',
    'a.project({ x: { $add: [1], $abs: 1 } })',
    'must have exactly one field',
  ],
  [
    'in and out mixed',
    'a.project({ a: 1, b: 0 })',
    "cannot exclude fields other than '_id' in an inclusion projection",
  ],
  ['a variable nobody bound', "a.project({ x: '$$nobody' })", 'Use of undefined variable: nobody'],
  ['unwind without $', "a.unwind('tags')", "should be prefixed with a '$': tags"],
  [
    'a bucket without its value',
    "a.bucket({ groupBy: '$n', boundaries: [5, 6] })",
    'could not find a matching branch',
  ],
  ['bounds out of order', "a.bucket({ groupBy: '$n', boundaries: [5, 1] })", 'must be sorted'],
  ['no buckets', "a.bucketAuto({ groupBy: '$n', buckets: 0 })", 'must be greater than 0'],
  ['an empty name for the count', "a.count('')", 'must be a non-empty string'],
  [
    'a root that is no document',
    "a.replaceRoot({ newRoot: '$n' })",
    "'newRoot' expression must evaluate to an object",
  ],
  [
    'a sum with a text',
    "a.project({ x: $.add(['$n', 'x']) })",
    '$add only supports numeric or date types, not string',
  ],
  ['a division by zero', "a.project({ x: $.divide(['$n', 0]) })", "can't $divide by zero"],
  [
    'too few arguments',
    "a.project({ x: $.subtract(['$n']) })",
    'takes exactly 2 arguments. 1 were passed in.',
  ],
  [
    'the size of no list',
    "a.project({ x: $.size('$n') })",
    'The argument to $size must be an array, but was of type: int',
  ],
  [
    'concat of a number',
    "a.project({ x: $.concat(['a', '$n']) })",
    '$concat only supports strings, not int',
  ],
  [
    'the year of a text',
    "a.project({ x: $.year('2020') })",
    "can't convert from BSON type string to Date",
  ],
  [
    'an unknown time zone',
    "a.project({ x: $.hour({ date: '$at', timezone: 'Mars/Dome' }) })",
    'unrecognized time zone identifier',
  ],
  [
    'switch without a match',
    'a.project({ x: $.switch({ branches: [{ case: false, then: 1 }] }) })',
    'could not find a matching branch',
  ],
  [
    'geoNear that does not come first',
    "a.match({}).geoNear({ near: new Geo.Point(0, 0), distanceField: 'd', spherical: true })",
    '$geoNear is only valid as the first stage',
  ],
]

describe.each(SDKS)('pipelines that are refused with %s', (sdk) => {
  test.each(REFUSED)('%s', async (_label, pipeline, text) => {
    put([{ n: 1, at: new Date(0) }])
    expect(await bench.evaluate(sdk, `refusal(aggregate((a) => ${pipeline}))`)).toContain(text)
  })
})

test('a raw pipeline may hold any stage', async () => {
  put(BOOKS)
  put([{ boss: null }, { boss: 'd0' }, { boss: 'd1' }], 'others')
  const raw = (stages: string, collection = 'items'): Promise<unknown> =>
    bench.evaluate(
      'node-sdk',
      `(await db.collection('${collection}').options({ raw: true }).aggregate(${stages}).end()).data`,
    )
  expect(await raw("[{ $match: { price: { $gt: 10 } } }, { $count: 'n' }]")).toEqual([{ n: 2 }])
  expect(
    await raw(
      "[{ $facet: { a: [{ $count: 'n' }], b: [{ $limit: 1 }, { $project: { _id: 0, title: 1 } }] } }]",
    ),
  ).toEqual([{ a: [{ n: 5 }], b: [{ title: 'A' }] }])
  expect(
    await raw(
      "[{ $limit: 1 }, { $set: { x: { $toString: '$price' } } }, { $unset: ['tags', 'sold', '_id'] }]",
    ),
  ).toEqual([{ title: 'A', author: 'li', price: 10, x: '10' }])
  expect(
    await raw(
      `[{ $graphLookup: {
          from: 'others', startWith: '$boss', connectFromField: 'boss', connectToField: '_id',
          as: 'up', depthField: 'd',
        } },
        { $project: { _id: 0, up: { $map: { input: '$up', in: ['$$this._id', '$$this.d'] } } } }]`,
      'others',
    ),
  ).toEqual([
    { up: [] },
    { up: [['d0', 0]] },
    {
      up: [
        ['d1', 0],
        ['d0', 1],
      ],
    },
  ])
})
