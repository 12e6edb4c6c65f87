import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBench, SDKS, type Bench } from './both-sdks'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
beforeEach(() => bench.cloud.reset())
afterAll(() => bench.cloud.stop())

/** A value as it is written, and the test that what comes back is the same. */
const VALUES: [label: string, value: string, same: string][] = [
  ['a small whole number', '1', 'v === 1'],
  ['the least 32-bit number', '-2147483648', 'v === -2147483648'],
  ['a number beyond 32 bits', '2 ** 40', 'v === 2 ** 40'],
  ['the greatest safe number', 'Number.MAX_SAFE_INTEGER', 'v === Number.MAX_SAFE_INTEGER'],
  ['a fraction', '1.5', 'v === 1.5'],
  ['a tiny fraction', '5e-324', 'v === 5e-324'],
  ['a huge number', '1.7976931348623157e308', 'v === 1.7976931348623157e308'],
  ['no number', 'NaN', 'Number.isNaN(v)'],
  ['infinity', '-Infinity', 'v === -Infinity'],
  [
    'a text',
    '\'茶 \\u0000 \\ud83c\\udf75 \\"x\\"\'',
    'v === \'茶 \\u0000 \\ud83c\\udf75 \\"x\\"\'',
  ],
  ['an empty text', "''", "v === ''"],
  ['true', 'true', 'v === true'],
  ['false', 'false', 'v === false'],
  ['null', 'null', 'v === null'],
  ['a date', 'new Date(1557826731686)', 'v instanceof Date && +v === 1557826731686'],
  ['a date before 1970', 'new Date(-1)', 'v instanceof Date && +v === -1'],
  ['an empty list', '[]', 'Array.isArray(v) && v.length === 0'],
  ['an empty object', '{}', "JSON.stringify(v) === '{}'"],
  ['a list of lists', '[1, [2, [3, null]]]', "JSON.stringify(v) === '[1,[2,[3,null]]]'"],
  [
    'nested objects',
    '{ a: { b: { c: [{ d: 1 }] } } }',
    'JSON.stringify(v) === \'{"a":{"b":{"c":[{"d":1}]}}}\'',
  ],
  ['undefined members are left out', '{ a: undefined, b: 1 }', 'JSON.stringify(v) === \'{"b":1}\''],
  ['a name with a dot', "{ 'a.b': 1 }", "v['a.b'] === 1"],
  ['a pattern', '/a.b/i', "v.pattern === 'a.b' && v.options === 'i'"],
  [
    'a pattern of db.RegExp',
    "db.RegExp({ regexp: '^x', options: 'im' })",
    "v.pattern === '^x' && v.options === 'im'",
  ],
  [
    'a date in a list in an object',
    '{ l: [{ at: new Date(5) }] }',
    'v.l[0].at instanceof Date && +v.l[0].at === 5',
  ],
  ...(
    [
      ['a point', 'new Geo.Point(-180, 20.5)'],
      ['a line', 'new Geo.LineString([new Geo.Point(0, 0), new Geo.Point(1, 2)])'],
      [
        'a polygon with a hole',
        `new Geo.Polygon([[-2, 2], [-1, 1]].map(([a, b]) => new Geo.LineString(
          [[a, a], [b, a], [b, b], [a, b], [a, a]].map(([x, y]) => new Geo.Point(x, y)))))`,
      ],
      ['points', 'new Geo.MultiPoint([new Geo.Point(1, 2), new Geo.Point(1.5, 2)])'],
      [
        'lines',
        'new Geo.MultiLineString([new Geo.LineString([new Geo.Point(0, 0), new Geo.Point(1, 2)])])',
      ],
      [
        'polygons',
        `new Geo.MultiPolygon([new Geo.Polygon([new Geo.LineString(
          [[0, 0], [1, 0], [1, 1], [0, 0]].map(([x, y]) => new Geo.Point(x, y)))])])`,
      ],
    ] as const
  ).map(([label, value]): [string, string, string] => [
    label,
    value,
    'v.constructor === given().constructor && JSON.stringify(v) === JSON.stringify(given())',
  ]),
  [
    'a point in a list',
    '[new Geo.Point(90, 23)]',
    'v[0].longitude === 90 && v[0].constructor === given()[0].constructor',
  ],
]

describe.each(SDKS)('values with %s', (sdk) => {
  test.each(VALUES)(
    '%s comes back as it was, by add, set and update',
    async (label, value, same) => {
      const code = `
      const given = () => (${value})
      const isSame = (v) => ${same}
      await add({ _id: 'added', v: given() })
      await set('replaced', { v: given() })
      await add({ _id: 'updated' })
      const isEmpty = JSON.stringify(given()) === '{}'
      await update('updated', { v: isEmpty ? _.set(given()) : given() })
      const seen = []
      for (const id of ['added', 'replaced', 'updated']) seen.push(isSame((await read(id)).v))
      return seen`
      // An update reads the dot in a name as a step.
      const isUpdated = label !== 'a name with a dot'
      expect(await bench.evaluate(sdk, code)).toEqual([true, true, isUpdated])
    },
  )

  const NOW = 1_700_000_000_000
  test('serverDate is the server’s time, with its offset, wherever it stands', async () => {
    bench.cloud.clock.freeze(NOW)
    const code = `
      await add({
        _id: 'a', at: db.serverDate(), later: db.serverDate({ offset: 60000 }),
        list: [db.serverDate({ offset: -1 })], deep: { x: { at: db.serverDate({ offset: 31536000000 }) } },
      })
      await update('a', { list: _.push([db.serverDate({ offset: 5 })]), deep: { y: db.serverDate() } })
      await update('a', { seen: db.serverDate({ offset: 7 }), list2: _.addToSet(db.serverDate()) })
      await update('a', { list3: _.unshift([db.serverDate()]) })
      const found = await find({ at: _.lte(db.serverDate()).and(_.gt(db.serverDate({ offset: -10 }))) })
      return [await read('a'), found.length, (await find({ at: db.serverDate() })).length]`
    const result = await bench
      .evaluate<[unknown, number, number]>(sdk, code)
      .finally(() => bench.cloud.clock.resume())
    const at = (offset: number): string => new Date(NOW + offset).toISOString()
    expect(result).toEqual([
      {
        _id: 'a',
        at: at(0),
        later: at(60_000),
        list: [at(-1), at(5)],
        deep: { x: { at: at(31_536_000_000) }, y: at(0) },
        seen: at(7),
        list2: [at(0)],
        list3: [at(0)],
      },
      1,
      1,
    ])
  })

  test('what _.set and _.push({ each }) carry, the SDK sends as the objects they are', async () => {
    const code = `
      await add({ _id: 'a' })
      await update('a', { at: _.set(db.serverDate({ offset: 7 })), l: _.push({ each: [new Geo.Point(1, 2)] }) })
      return read('a')`
    const document = { _id: 'a', at: { offset: 7 }, l: [{ longitude: 1, latitude: 2 }] }
    expect(await bench.evaluate(sdk, code)).toEqual(document)
  })

  test('the order of values: nothing, numbers, texts, objects, lists, booleans, dates, patterns', async () => {
    const code = `
      const values = [/x/, new Date(5), true, false, { b: 1 }, { a: 2 }, 'b', 'B', 2, -1, NaN, null]
      for (const [i, v] of values.entries()) await add({ _id: i, v })
      await add({ _id: 'absent' })
      return (await items.orderBy('v', 'asc').orderBy('_id', 'asc').get()).data.map((one) => one._id)`
    expect(await bench.evaluate(sdk, code)).toEqual([
      11,
      'absent',
      10,
      9,
      8,
      7,
      6,
      5,
      4,
      3,
      2,
      1,
      0,
    ])
  })

  test('dates in a range', async () => {
    const code = `
      for (const ms of [1565314149491, 1565314249491, 1565314349491]) await add({ _id: ms, at: new Date(ms) })
      const at = (ms) => new Date(ms)
      return [
        await ids(items.where({ at: at(1565314149491) })),
        await ids(items.where({ at: _.gt(at(1565314149491)).and(_.lt(at(1565314349491))) })),
        await ids(items.where({ at: _.neq(at(1565314149491)) })),
        await ids(items.where({ at: _.gt(1565314149491) })),
        await ids(items.where({ at: _.gt('2019-01-01') })),
      ]`
    expect(await bench.evaluate(sdk, code)).toEqual([
      [1565314149491],
      [1565314249491],
      [1565314249491, 1565314349491],
      [],
      [],
    ])
  })
})

test('ObjectIds are written as texts, and found by ObjectId, in joins too', async () => {
  const [one, two] = ['5f5b1e6c2c4d3e0001a1b2c3', '5f5b1e6c2c4d3e0001a1b2c4']
  const code = `
    const oid = (id) => db.ObjectId({ id })
    const { id } = await items.add({ _id: oid('${one}'), inviter: oid('${two}') })
    await db.collection('others').add({ _id: oid('${two}'), inviter: oid('${one}') })
    const joined = await db.collection('others').aggregate().lookup({
      from: 'items', localField: 'inviter', foreignField: '_id', as: 'found',
    }).end()
    return [
      id, await read('${one}'), await find({ inviter: oid('${two}') }), await find({ _id: _.in([oid('${one}')]) }),
      joined.data[0].found.map((found) => found._id),
    ]`
  const document = { _id: one, inviter: two }
  expect(await bench.evaluate('node-sdk', code)).toEqual([
    one,
    document,
    [document],
    [document],
    [one],
  ])
})
