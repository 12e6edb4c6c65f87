import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBench, SDKS, type Bench } from './both-sdks'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
beforeEach(() => bench.cloud.reset())
afterAll(() => bench.cloud.stop())

const DAY = (day: number): Date => new Date(Date.UTC(2024, 2, day))
const SHOPS = [
  { _id: 'a', n: 1, f: 0.5, name: 'Mei Tea', tags: ['green', 'white'], at: DAY(1), ok: true },
  {
    _id: 'b',
    n: 2,
    name: 'lan tea',
    tags: [],
    at: DAY(2),
    ok: false,
    sub: { k: 2, l: { m: 'x' } },
  },
  { _id: 'c', n: 3, name: null, tags: ['white'], at: DAY(3), sub: { k: null } },
  { _id: 'd', n: '2', tags: 'green', sub: { l: { m: 'y' }, k: 2 } },
  {
    _id: 'e',
    n: [1, 5],
    lines: [
      { sku: 'x', q: 1 },
      { sku: 'y', q: 5, opts: ['hot'] },
    ],
  },
  { _id: 'f', n: -4, lines: [{ sku: 'x', q: 9 }], grid: [[1, 2], [3]], sub: null },
  { _id: 'g', lines: [], sub: [] },
]

const DATE = (day: number): string => `new Date(Date.UTC(2024, 2, ${day}))`

/** What is asked for, the ids it finds. */
const FINDS: [label: string, where: string, ids: string][] = [
  // Equality
  ['a number', '{ n: 2 }', 'b'],
  ['a number in a list', '{ n: 5 }', 'e'],
  ['a text is not its number', "{ n: '2' }", 'd'],
  ['a member of a list, or the value itself', "{ tags: 'green' }", 'ad'],
  ['a whole list, in its order', "{ tags: ['green', 'white'] }", 'a'],
  ['a list in another order is another list', "{ tags: ['white', 'green'] }", ''],
  ['the empty list', '{ tags: [] }', 'b'],
  ['a boolean', '{ ok: false }', 'b'],
  ['a date', `{ at: ${DATE(2)} }`, 'b'],
  ['null is null or absent', '{ name: null }', 'cdefg'],
  ['null below a document', "{ 'sub.k': null }", 'acef'],
  [
    'null below a list of documents: an element without the member',
    "{ 'lines.opts': null }",
    'abcdef',
  ],
  ['a nested object asks for its members', '{ sub: { k: 2 } }', 'bd'],
  ['deeper nested objects too', "{ sub: { l: { m: 'x' } } }", 'b'],
  ['a dotted path', "{ 'sub.l.m': 'y' }", 'd'],
  [
    'a whole object by eq: same members in the same order',
    "{ sub: _.eq({ k: 2, l: { m: 'x' } }) }",
    'b',
  ],
  ['a path through a list of documents', "{ 'lines.sku': 'y' }", 'e'],
  ['a position in a list', "{ 'tags.0': 'white' }", 'c'],
  ['a member at a position', "{ 'lines.1.q': 5 }", 'e'],
  ['a list within a list', '{ grid: [3] }', 'f'],
  ['elements of a list within a list are not reached', '{ grid: 3 }', ''],
  ['a position within a position', "{ 'grid.0.1': 2 }", 'f'],
  ['an element named by its position counts as a whole', "{ 'grid.0': 1 }", ''],
  ['an element named by its position, whole', "{ 'grid.0': [1, 2] }", 'f'],
  ['a position beyond the end is not even null', "{ 'tags.5': null }", 'defg'],
  ['two conditions are both wanted', "{ n: 1, tags: 'white' }", 'a'],
  ['no condition finds all', '{}', 'abcdefg'],
  // Comparisons
  ['eq', '{ n: _.eq(2) }', 'b'],
  ['eq null', '{ name: _.eq(null) }', 'cdefg'],
  ['neq: others, absent ones too', '{ n: _.neq(2) }', 'acdefg'],
  ['neq of a list member', "{ tags: _.neq('white') }", 'bdefg'],
  ['neq null', '{ name: _.neq(null) }', 'ab'],
  ['gt', '{ n: _.gt(2) }', 'ce'],
  ['gte', '{ n: _.gte(2) }', 'bce'],
  ['lt', '{ n: _.lt(1) }', 'f'],
  ['lte', '{ n: _.lte(1) }', 'aef'],
  ['a range of texts keeps to texts', "{ n: _.gt('1') }", 'd'],
  ['a fraction', '{ f: _.gt(0.4) }', 'a'],
  ['a range of dates', `{ at: _.gte(${DATE(2)}).and(_.lt(${DATE(3)})) }`, 'b'],
  ['a boolean compares with booleans', '{ ok: _.gte(false) }', 'ab'],
  ['lte null is null', '{ name: _.lte(null) }', 'cdefg'],
  ['in', '{ n: _.in([1, 3]) }', 'ace'],
  ['in with null', '{ name: _.in([null]) }', 'cdefg'],
  ['in nothing', '{ n: _.in([]) }', ''],
  ['in dates', `{ at: _.in([${DATE(1)}, ${DATE(3)}]) }`, 'ac'],
  ['in patterns', '{ name: _.in([/^Mei/, /^lan/]) }', 'ab'],
  ['nin', '{ n: _.nin([1, 3]) }', 'bdfg'],
  ['nin null', '{ name: _.nin([null]) }', 'ab'],
  ['ids: in answers in the order of ids', "{ _id: _.in(['c', 'a', 'a']) }", 'ac'],
  ['an id that is not there', "{ _id: 'z' }", ''],
  // Logic
  ['and of two bounds', '{ n: _.gt(0).and(_.lt(3)) }', 'abe'],
  ['and given as a list', '{ n: _.and([_.gt(0), _.lt(3)]) }', 'abe'],
  ['and given as arguments', '{ n: _.and(_.gt(0), _.lt(3)) }', 'abe'],
  ['or on one field', '{ n: _.eq(1).or(_.eq(3)) }', 'ace'],
  ['or of dates', `{ at: _.or(${DATE(1)}, ${DATE(3)}) }`, 'ac'],
  ['or of patterns', '{ name: _.or(/^mei/i, db.RegExp({ regexp: "^LAN", options: "i" })) }', 'ab'],
  ['or across fields', "_.or([{ n: 3 }, { name: 'lan tea' }])", 'bc'],
  ['or given as arguments', "_.or({ n: 3 }, { name: 'lan tea' })", 'bc'],
  [
    'or beside another condition',
    '_.and([{ ok: _.exists(true) }, _.or([{ n: 1 }, { n: 3 }])])',
    'a',
  ],
  ['or inside an object', '{ sub: { k: _.or(_.eq(2), _.eq(3)) } }', 'bd'],
  ['nor across fields', "_.nor([{ n: 1 }, { n: 2 }, { n: '2' }])", 'cfg'],
  ['nor on one field', '{ n: _.nor(_.eq(1), _.eq(2)) }', 'cdfg'],
  ['nor of an absent field is true', "{ name: _.nor(_.eq('Mei Tea'), _.eq('lan tea')) }", 'cdefg'],
  ['not', '{ n: _.not(_.gt(1)) }', 'adfg'],
  ['not in', '{ n: _.not(_.in([1, 2])) }', 'cdfg'],
  ['not exists', '{ name: _.not(_.exists(true)) }', 'defg'],
  ['not a pattern', '{ name: _.not(/tea/i) }', 'cdefg'],
  // Fields
  ['exists, null counts', '{ name: _.exists(true) }', 'abc'],
  ['does not exist', '{ name: _.exists(false) }', 'defg'],
  ['exists below', "{ 'sub.k': _.exists(true) }", 'bcd'],
  ['exists in some element', "{ 'lines.opts': _.exists(true) }", 'e'],
  ['a list that has an element', "{ 'lines.0': _.exists(true) }", 'ef'],
  ['mod by two arguments', '{ n: _.mod(2, 1) }', 'ace'],
  ['mod by a pair', '{ n: _.mod([2, 0]) }', 'bf'],
  ['mod keeps the sign', '{ n: _.mod(3, -1) }', 'f'],
  // Lists
  ['size', '{ tags: _.size(2) }', 'a'],
  ['size 0', '{ tags: _.size(0) }', 'b'],
  ['all', "{ tags: _.all(['white', 'green']) }", 'a'],
  ['all of one also means a plain value', "{ tags: _.all(['green']) }", 'ad'],
  ['all of nothing finds nothing', '{ tags: _.all([]) }', ''],
  ['elemMatch by members', "{ lines: _.elemMatch({ sku: 'x', q: _.gt(5) }) }", 'f'],
  [
    'without elemMatch members may come from different elements',
    "{ 'lines.sku': 'x', 'lines.q': _.gt(4) }",
    'ef',
  ],
  ['elemMatch by value', '{ n: _.elemMatch(_.gt(3)) }', 'e'],
  ['elemMatch by two bounds on one value', '{ n: _.elemMatch(_.gt(1).and(_.lt(5))) }', ''],
  ['elemMatch by bounds that one value keeps', '{ n: _.elemMatch(_.gt(1).and(_.lte(5))) }', 'e'],
  [
    'elemMatch by two bounds on one member',
    '{ lines: _.elemMatch({ q: _.gt(1).and(_.lt(9)) }) }',
    'e',
  ],
  [
    'elemMatch by alternatives of one member',
    '{ lines: _.elemMatch({ q: _.eq(9).or(_.in([5, 6])) }) }',
    'ef',
  ],
  ['elemMatch neq', "{ tags: _.elemMatch(_.neq('white')) }", 'a'],
  ['elemMatch of exists', '{ lines: _.elemMatch({ opts: _.exists(true) }) }', 'e'],
  ['elemMatch of mod', '{ lines: _.elemMatch({ q: _.mod([4, 1]) }) }', 'ef'],
  ['elemMatch of in', '{ lines: _.elemMatch({ q: _.in([9, 10]) }) }', 'f'],
  // Patterns
  ['a pattern', '{ name: /tea$/ }', 'b'],
  ['a pattern that ignores case', '{ name: /tea$/i }', 'ab'],
  ['RegExp without options', "{ name: db.RegExp({ regexp: '^Mei' }) }", 'a'],
  ['RegExp with options', "{ name: db.RegExp({ regexp: '^mei', options: 'i' }) }", 'a'],
  ['a pattern on a list', '{ tags: /^wh/ }', 'ac'],
  ['a pattern on ids', '{ _id: /[ab]/ }', 'ab'],
  ['and of patterns', '{ name: _.and(/tea/i, /^l/) }', 'b'],
  // Expressions
  ['expr on a field', "_.expr($.gte(['$n', 2]))", 'bcde'],
  ['expr of two fields', "_.expr($.eq(['$sub.k', '$n']))", 'b'],
  [
    'expr with arithmetic',
    "_.and([{ n: _.in([1, 2, 3]) }, { f: _.exists(true) }, _.expr($.lt([$.add(['$f', 1]), 2]))])",
    'a',
  ],
]

describe.each(SDKS)('finding with %s', (sdk) => {
  test.each(FINDS)('%s: %s', async (_label, where, ids) => {
    bench.cloud.database.put('items', SHOPS)
    const found = await bench.evaluate<{ _id: string }[]>(sdk, `find(${where})`)
    expect(found.map((one) => one._id).join('')).toBe(ids)
  })

  test('count, remove and update take the same conditions', async () => {
    bench.cloud.database.put('items', SHOPS)
    const code = `
      const { total } = await items.where({ n: _.gt(0) }).count()
      const updated = await updateWhere({ n: _.gt(0) }, { seen: true })
      const removed = await remove(items.where({ seen: true }))
      return [total, updated, removed, (await items.count()).total]`
    expect(await bench.evaluate(sdk, code)).toEqual([4, 4, 4, 3])
  })
})

describe.each(SDKS)('JSON schema with %s', (sdk) => {
  const SCHEMAS: [label: string, schema: string, ids: string][] = [
    ['required', "{ required: ['lines'] }", 'efg'],
    [
      'a BSON type',
      "{ properties: { n: { bsonType: 'string' } } }",
      'abcdefg'.replace(/[abcef]/g, ''),
    ],
    [
      'one of several types',
      "{ properties: { n: { bsonType: ['int', 'string'] } }, required: ['n'] }",
      'abcdf',
    ],
    ['a date', "{ properties: { at: { bsonType: 'date' } }, required: ['at'] }", 'abc'],
    ['a JSON type', "{ properties: { ok: { type: 'boolean' } }, required: ['ok'] }", 'ab'],
    [
      'bounds',
      "{ required: ['n'], properties: { n: { bsonType: 'number', minimum: 1, maximum: 2 } } }",
      'ab',
    ],
    [
      'a bound left out',
      "{ required: ['n'], properties: { n: { bsonType: 'number', minimum: 1, exclusiveMinimum: true } } }",
      'bc',
    ],
    [
      'a pattern',
      "{ required: ['name'], properties: { name: { type: 'string', pattern: '^lan' } } }",
      'b',
    ],
    [
      'one of given values',
      "{ required: ['n'], properties: { n: { enum: [1, '2', [1, 5]] } } }",
      'ade',
    ],
    [
      'what elements are',
      "{ required: ['lines'], properties: { lines: { items: { required: ['opts'] } } } }",
      'g',
    ],
    [
      'how many elements',
      "{ required: ['lines'], properties: { lines: { minItems: 1, maxItems: 1 } } }",
      'f',
    ],
    [
      'nested',
      "{ required: ['sub'], properties: { sub: { bsonType: 'object', required: ['l'] } } }",
      'bd',
    ],
    ['not', "{ not: { required: ['name'] } }", 'defg'],
    ['anyOf', "{ anyOf: [{ required: ['f'] }, { required: ['grid'] }] }", 'af'],
    [
      'no other members',
      '{ additionalProperties: false, properties: { _id: {}, lines: {}, sub: {} } }',
      'g',
    ],
  ]
  test.each(SCHEMAS)('%s: %s', async (_label, schema, ids) => {
    bench.cloud.database.put('items', SHOPS)
    const found = await bench.evaluate<string[]>(sdk, `ids(items.where(_.jsonSchema(${schema})))`)
    expect(found.join('')).toBe(ids)
  })

  test('nor of a schema, and a keyword MongoDB lacks', async () => {
    bench.cloud.database.put('items', SHOPS)
    const code = `
      return [
        (await ids(items.where(_.nor([_.jsonSchema({ required: ['lines'] })])))).join(''),
        await refusal(find(_.jsonSchema({ properties: { n: { format: 'email' } } }))),
      ]`
    expect(await bench.evaluate(sdk, code)).toEqual([
      'abcd',
      expect.stringContaining("$jsonSchema keyword 'format' is not currently supported"),
    ])
  })
})

describe.each(SDKS)('order, pages and projection with %s', (sdk) => {
  const ORDERS: [label: string, query: string, ids: string][] = [
    [
      'ascending: nothing, numbers, texts; of a list the least',
      "items.orderBy('n', 'asc')",
      'gfaebcd',
    ],
    ['descending: of a list the greatest', "items.orderBy('n', 'desc')", 'decbafg'],
    ['dates', "items.where({ at: _.exists(true) }).orderBy('at', 'desc')", 'cba'],
    [
      'several fields',
      "items.where({ tags: _.exists(true) }).orderBy('sub.k', 'desc').orderBy('_id', 'desc')",
      'dbca',
    ],
    ['by id', "items.orderBy('_id', 'desc').limit(3)", 'gfe'],
    [
      'by a nested field',
      "items.where({ 'sub.l': _.exists(true) }).orderBy('sub.l.m', 'desc')",
      'db',
    ],
    ['skip and limit', "items.orderBy('_id', 'asc').skip(2).limit(2)", 'cd'],
    ['skip beyond the end', 'items.skip(20)', ''],
    ['limit 0 is the default', 'items.limit(0)', 'abcdefg'],
    ['an order nobody has', "items.orderBy('zzz', 'asc')", 'abcdefg'],
  ]
  test.each(ORDERS)('%s: %s', async (_label, query, ids) => {
    bench.cloud.database.put('items', SHOPS)
    expect((await bench.evaluate<string[]>(sdk, `ids(${query})`)).join('')).toBe(ids)
  })

  const DOCUMENT = {
    _id: 'p',
    a: 1,
    sub: { x: 1, y: { z: 2, w: 3 } },
    list: [1, 2, 3, 4],
    lines: [{ q: 1, sku: 'x' }, { q: 5, sku: 'y' }, 7],
  }
  const PROJECTIONS: [label: string, projection: string, result: object][] = [
    ['named fields and the id', '{ a: true }', { _id: 'p', a: 1 }],
    ['without the id', '{ a: 1, _id: 0 }', { a: 1 }],
    ['the id alone', '{ _id: true }', { _id: 'p' }],
    ['all but some', '{ sub: false, list: 0, lines: false }', { _id: 'p', a: 1 }],
    ['all but the id', '{ _id: false }', (({ _id, ...rest }) => rest)(DOCUMENT)],
    ['a nested field', "{ 'sub.y.z': true }", { _id: 'p', sub: { y: { z: 2 } } }],
    [
      'all but a nested field',
      "{ 'sub.y': false, lines: 0, list: 0 }",
      { _id: 'p', a: 1, sub: { x: 1 } },
    ],
    [
      'a member of documents in a list',
      "{ 'lines.q': 1 }",
      { _id: 'p', lines: [{ q: 1 }, { q: 5 }] },
    ],
    ['a field nobody has', '{ zzz: true }', { _id: 'p' }],
    [
      'a slice of a list, beside all else',
      '{ list: _.project.slice(2) }',
      { ...DOCUMENT, list: [1, 2] },
    ],
    [
      'a slice from the end',
      '{ list: _.project.slice(-1), _id: true, a: true }',
      { _id: 'p', a: 1, list: [4] },
    ],
    [
      'a slice that skips',
      '{ list: _.project.slice([1, 2]), a: 1 }',
      { _id: 'p', a: 1, list: [2, 3] },
    ],
    [
      'a slice that skips from the end',
      '{ list: _.project.slice([-3, 2]), a: 1 }',
      { _id: 'p', a: 1, list: [2, 3] },
    ],
    [
      'the first element that matches',
      '{ lines: _.project.elemMatch({ q: _.gt(2) }) }',
      { _id: 'p', lines: [{ q: 5, sku: 'y' }] },
    ],
    ['no element matches', '{ lines: _.project.elemMatch({ q: 99 }), a: 1 }', { _id: 'p', a: 1 }],
  ]
  test.each(PROJECTIONS)('field: %s: %s', async (_label, projection, result) => {
    bench.cloud.database.put('items', [DOCUMENT])
    const [many, one] = await bench.evaluate<[object[], object]>(
      sdk,
      `const many = (await items.field(${projection}).get()).data
       const { data } = await items.doc('p').field(${projection}).get()
       return [many, Array.isArray(data) ? data[0] : data]`,
    )
    expect(many).toEqual([result])
    expect(one).toEqual(result)
  })

  test('the element that the query matched, alone', async () => {
    bench.cloud.database.put('items', SHOPS)
    const code = `
      const first = async (where, field) => (await items.where(where).field(field).get()).data
      return [
        await first({ 'lines.sku': 'y' }, { 'lines.$': 1 }),
        await first({ lines: _.elemMatch({ q: _.gt(5) }) }, { 'lines.$': 1, _id: 0 }),
        await refusal(first({ n: 1 }, { 'tags.$': 1 })),
      ]`
    expect(await bench.evaluate(sdk, code)).toEqual([
      [{ _id: 'e', lines: [{ sku: 'y', q: 5, opts: ['hot'] }] }],
      [{ lines: [{ sku: 'x', q: 9 }] }],
      expect.stringContaining("positional operator '.$' couldn't find a matching element"),
    ])
  })

  test('a query gives 100 documents unless told, and 1,000 at most', async () => {
    bench.cloud.database.put(
      'items',
      Array.from({ length: 1200 }, (_, i) => ({ _id: `i${i}`, n: i })),
    )
    const code = `
      const sizes = []
      for (const one of [items, items.limit(101), items.limit(1000), items.limit(1001)]) {
        sizes.push((await one.get()).data.length)
      }
      return [...sizes, (await items.count()).total]`
    expect(await bench.evaluate(sdk, code)).toEqual([100, 101, 1000, 1000, 1200])
  })
})

describe.each(SDKS)('queries that are refused with %s', (sdk) => {
  const REFUSED: [label: string, code: string, text: string][] = [
    ['an unknown operator', 'find({ n: { $near2: 1 } })', 'unknown operator: $near2'],
    ['an unknown operator at the top', 'find({ $foo: 1 })', 'unknown top level operator: $foo'],
    ['in without a list', 'find({ n: { $in: 1 } })', '$in needs an array'],
    ['a negative size', 'find({ n: _.size(-1) })', '$size may not be negative'],
    ['a fraction of a size', 'find({ n: _.size(1.5) })', '$size must be a whole number'],
    ['half a mod', 'find({ n: _.mod([2]) })', 'malformed mod, not enough elements'],
    ['mod 0', 'find({ n: _.mod(0, 1) })', 'divisor cannot be 0'],
    ['or of nothing', 'find(_.or([]))', '$and/$or/$nor must be a nonempty array'],
    [
      'an unknown expression',
      "find(_.expr({ $foo: ['$n', 1] }))",
      "Unrecognized expression '$foo'",
    ],
    [
      'in and out mixed in a projection',
      'items.field({ a: 1, b: 0 }).get()',
      'mix of inclusion and exclusion',
    ],
    [
      'a pattern that is none',
      "find({ n: db.RegExp({ regexp: '(' }) })",
      'Regular expression is invalid',
    ],
  ]
  test.each(REFUSED)('%s', async (_label, code, text) => {
    bench.cloud.database.put('items', [{ _id: 'a', n: 1 }])
    expect(await bench.evaluate(sdk, `refusal(${code})`)).toContain(text)
  })
})

test('raw queries and updates reach the database as they are written', async () => {
  bench.cloud.database.put('items', SHOPS)
  const code = `
    const raw = items.options({ raw: true })
    const list = await ids(raw.where({ n: { $gte: 2, $type: 'number' }, $nor: [{ _id: 'e' }] }))
    const { updated } = await raw.where({ _id: 'a' }).update({ $set: { 'x.y': 1 }, $inc: { n: 1 } })
    return [list.join(''), updated, await read('a')]`
  expect(await bench.evaluate('node-sdk', code)).toMatchObject(['bc', 1, { x: { y: 1 }, n: 2 }])
})
