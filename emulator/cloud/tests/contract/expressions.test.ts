import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBench, SDKS, type Bench } from './both-sdks'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
  bench.cloud.database.put('items', [DOCUMENT])
})
afterAll(() => bench.cloud.stop())

/** Tuesday, 14 May 2019, 09:38:51.686 UTC. */
const AT = 1557826731686
const DOCUMENT = {
  _id: 'd',
  n: 7,
  neg: -7.5,
  f: 2.5,
  zero: 0,
  s: 'Mei Tea',
  cn: '心谭茶',
  no: null,
  yes: true,
  at: new Date(AT),
  eve: new Date(Date.UTC(2016, 0, 1, 18, 30)),
  l: [3, 1, 2],
  m: [2, 3, 4],
  w: ['a', 'b', 'c'],
  empty: [],
  o: { a: 1, b: 2 },
  p: { b: 3, c: 4 },
  lines: [
    { sku: 'x', q: 1 },
    { sku: 'y', q: 5 },
  ],
  pairs: [
    ['a', 1],
    ['b', 2],
  ],
}

/** Undefined: the field is missing from the result. */
type Case = [expression: string, result: unknown]

const ARITHMETIC: Case[] = [
  ["$.abs('$neg')", 7.5],
  ["$.abs(['$neg'])", 7.5],
  ["$.add(['$n', 1, 2.5])", 10.5],
  ["$.add(['$n', '$no'])", null],
  ["$.add(['$n', '$missing'])", null],
  ["$.add(['$at', 1000])", new Date(AT + 1000)],
  ["$.ceil('$f')", 3],
  ["$.ceil('$neg')", -7],
  ["$.divide(['$n', 2])", 3.5],
  ["$.divide(['$no', 2])", null],
  ["$.exp('$zero')", 1],
  ["$.floor('$neg')", -8],
  ['$.ln($.exp(1))', 1],
  ['$.log([8, 2])', 3],
  ['$.log10(1000)', 3],
  ["$.mod(['$n', 4])", 3],
  ["$.mod(['$neg', 4])", -3.5],
  ["$.multiply(['$n', 2, '$f'])", 35],
  ["$.pow(['$n', 2])", 49],
  ['$.sqrt(49)', 7],
  ["$.subtract(['$n', 10])", -3],
  ["$.subtract(['$at', '$eve'])", AT - Date.UTC(2016, 0, 1, 18, 30)],
  ["$.subtract(['$at', 686])", new Date(AT - 686)],
  ["$.trunc('$neg')", -7],
  ["$.sum(['$n', '$f', '$s'])", 9.5],
  ["$.sum('$l')", 6],
  ["$.avg('$l')", 2],
  ["$.avg(['$n', 1])", 4],
  ["$.max('$l')", 3],
  ["$.min(['$n', '$f', '$no'])", 2.5],
  ['$.stdDevPop([1, 3])', 1],
]

const LISTS: Case[] = [
  ["$.arrayElemAt(['$l', 0])", 3],
  ["$.arrayElemAt(['$l', -1])", 2],
  ["$.arrayElemAt(['$l', 9])", undefined],
  ["$.arrayElemAt(['$no', 0])", null],
  ["$.arrayToObject('$pairs')", { a: 1, b: 2 }],
  ["$.arrayToObject([[{ k: 'x', v: '$n' }]])", { x: 7 }],
  ["$.concatArrays(['$l', [9], '$empty'])", [3, 1, 2, 9]],
  ["$.concatArrays(['$l', '$no'])", null],
  ["$.filter({ input: '$l', as: 'one', cond: $.gte(['$$one', 2]) })", [3, 2]],
  [
    "$.filter({ input: '$lines', as: 'line', cond: $.eq(['$$line.sku', 'y']) })",
    [{ sku: 'y', q: 5 }],
  ],
  ["$.filter({ input: '$no', as: 'x', cond: true })", null],
  ["$.in([1, '$l'])", true],
  ["$.in(['1', '$l'])", false],
  ["$.indexOfArray(['$w', 'b'])", 1],
  ["$.indexOfArray(['$w', 'a', 1])", -1],
  ["$.indexOfArray(['$w', 'c', 0, 2])", -1],
  ["$.isArray('$l')", true],
  ["$.isArray(['$n'])", false],
  ["$.map({ input: '$l', as: 'one', in: $.multiply(['$$one', 10]) })", [30, 10, 20]],
  [
    "$.map({ input: '$lines', as: 'line', in: { s: '$$line.sku', n: '$n' } })",
    [
      { s: 'x', n: 7 },
      { s: 'y', n: 7 },
    ],
  ],
  ['$.range([0, 10, 3])', [0, 3, 6, 9]],
  ['$.range([3, 0, -1])', [3, 2, 1]],
  ['$.range([5, 0])', []],
  ["$.reduce({ input: '$l', initialValue: 0, in: $.add(['$$value', '$$this']) })", 6],
  ["$.reduce({ input: '$w', initialValue: '', in: $.concat(['$$value', '$$this']) })", 'abc'],
  ["$.reduce({ input: '$empty', initialValue: 'none', in: '$$this' })", 'none'],
  ["$.reverseArray('$l')", [2, 1, 3]],
  ["$.size('$l')", 3],
  ["$.size(['$empty'])", 0],
  ["$.slice(['$l', 2])", [3, 1]],
  ["$.slice(['$l', -2])", [1, 2]],
  ["$.slice(['$l', 1, 5])", [1, 2]],
  ["$.slice(['$l', -3, 2])", [3, 1]],
  [
    "$.zip({ inputs: ['$l', '$w'] })",
    [
      [3, 'a'],
      [1, 'b'],
      [2, 'c'],
    ],
  ],
  [
    "$.zip({ inputs: ['$l', ['x']], useLongestLength: true, defaults: [0, '-'] })",
    [
      [3, 'x'],
      [1, '-'],
      [2, '-'],
    ],
  ],
  [
    "$.zip({ inputs: ['$l', ['x']], useLongestLength: true })",
    [
      [3, 'x'],
      [1, null],
      [2, null],
    ],
  ],
  ["'$lines.q'", [1, 5]],
  ["'$lines.zzz'", []],
  ["'$lines.0'", []],
]

const CHOICES: Case[] = [
  ["$.and([true, '$n', 'x', []])", true],
  ["$.and(['$n', '$zero'])", false],
  ['$.and([])', true],
  ["$.or(['$no', '$missing', 0])", false],
  ["$.or(['$no', ''])", true],
  ["$.not('$zero')", true],
  ["$.not(['$n'])", false],
  ["$.cmp(['$n', 8])", -1],
  ["$.cmp(['$n', '8'])", -1],
  ["$.cmp(['$at', '$eve'])", 1],
  ["$.eq(['$n', 7])", true],
  ["$.eq(['$n', '7'])", false],
  ["$.eq(['$no', '$missing'])", false],
  ["$.eq(['$l', [3, 1, 2]])", true],
  ["$.neq(['$n', 7])", false],
  ["$.gt(['$s', 99])", true],
  ["$.gt(['$no', '$missing'])", true],
  ["$.gte(['$n', 7])", true],
  ["$.lt(['$missing', '$no'])", true],
  ["$.lte(['$n', 6])", false],
  ["$.cond({ if: $.gte(['$n', 5]), then: 'big', else: 'small' })", 'big'],
  ["$.cond([$.gte(['$n', 50]), 'big', '$s'])", 'Mei Tea'],
  ["$.ifNull(['$no', 'none'])", 'none'],
  ["$.ifNull(['$missing', '$n'])", 7],
  ["$.ifNull(['$zero', 'none'])", 0],
  [
    "$.switch({ branches: [{ case: $.gt(['$n', 9]), then: 1 }, { case: $.gt(['$n', 5]), then: 2 }], default: 3 })",
    2,
  ],
  ["$.switch({ branches: [{ case: $.gt(['$n', 9]), then: 1 }], default: '$s' })", 'Mei Tea'],
  [
    "$.let({ vars: { total: $.add(['$n', '$f']), tax: 2 }, in: $.multiply(['$$total', '$$tax']) })",
    19,
  ],
  ["$.let({ vars: { o: '$o' }, in: '$$o.b' })", 2],
  [
    "$.let({ vars: { n: 1 }, in: $.let({ vars: { n: 2, m: '$$n' }, in: ['$$n', '$$m'] }) })",
    [2, 1],
  ],
  ["$.literal('$n')", '$n'],
  ['$.literal({ $add: [1, 2] })', { $add: [1, 2] }],
  ["'$$ROOT.n'", 7],
  ["'$$CURRENT.o.a'", 1],
  ["'$$REMOVE'", undefined],
  ["{ a: '$n', b: '$missing', c: { d: '$f' } }", { a: 7, c: { d: 2.5 } }],
]

const OBJECTS_AND_SETS: Case[] = [
  ["$.mergeObjects(['$o', '$p'])", { a: 1, b: 3, c: 4 }],
  ["$.mergeObjects(['$o', '$no', { d: '$n' }])", { a: 1, b: 2, d: 7 }],
  ["$.mergeObjects('$missing')", {}],
  [
    "$.objectToArray('$o')",
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
  ],
  ["$.objectToArray('$no')", null],
  ["$.allElementsTrue([[true, 1, 'x']])", true],
  ["$.allElementsTrue(['$empty'])", true],
  ['$.allElementsTrue([[1, 0]])', false],
  ['$.anyElementTrue([[0, null, false]])', false],
  ["$.anyElementTrue([[0, 'x']])", true],
  ["$.setDifference(['$l', '$m'])", [1]],
  ["$.setDifference([[{}, []], '$m'])", [{}, []]],
  ['$.setEquals([[1, 2], [2, 1, 2]])', true],
  ['$.setEquals([[1, 2], [1]])', false],
  ["$.setIntersection(['$l', '$m'])", [2, 3]],
  ["$.setIntersection(['$l', '$empty'])", []],
  ["$.setIsSubset([[1, 2], '$l'])", true],
  ["$.setIsSubset([[1, 9], '$l'])", false],
  ["$.setUnion(['$l', '$m'])", [1, 2, 3, 4]],
  ['$.setUnion([[1, 2], [{}, []]])', [1, 2, {}, []]],
  ["$.setUnion(['$l', '$no'])", null],
]

const TEXTS: Case[] = [
  ["$.concat(['$s', '-', '$cn'])", 'Mei Tea-心谭茶'],
  ["$.concat(['$s', '$no'])", null],
  ["$.indexOfBytes(['$cn', '茶'])", 6],
  ["$.indexOfCP(['$cn', '茶'])", 2],
  ["$.indexOfCP(['$s', 'e', 2])", 5],
  ["$.indexOfCP(['$s', 'z'])", -1],
  ["$.indexOfCP(['$no', 'z'])", null],
  ["$.split(['$s', ' '])", ['Mei', 'Tea']],
  ["$.split(['$no', ' '])", null],
  ["$.strcasecmp(['$s', 'MEI TEA'])", 0],
  ["$.strcasecmp(['a', 'B'])", -1],
  ["$.strcasecmp(['b', '$no'])", 1],
  ["$.strLenBytes('$cn')", 9],
  ["$.strLenCP('$cn')", 3],
  ["$.substr(['$s', 0, 3])", 'Mei'],
  ["$.substr(['$s', 4, -1])", 'Tea'],
  ["$.substr(['$n', 0, 1])", '7'],
  ["$.substr(['$no', 0, 1])", ''],
  ["$.substr(['$s', 20, 3])", ''],
  ["$.substrBytes(['$cn', 3, 3])", '谭'],
  ["$.substrCP(['$cn', 1, 9])", '谭茶'],
  ["$.toLower('$s')", 'mei tea'],
  ["$.toUpper('$s')", 'MEI TEA'],
  ["$.toUpper('$no')", ''],
  ["$.toLower('ÄB')", 'Äb'],
]

const DATES: Case[] = [
  ["$.year('$at')", 2019],
  ["$.month('$at')", 5],
  ["$.dayOfMonth('$at')", 14],
  ["$.dayOfWeek('$at')", 3],
  ["$.dayOfYear('$at')", 134],
  ["$.hour('$at')", 9],
  ["$.minute('$at')", 38],
  ["$.second('$at')", 51],
  ["$.millisecond('$at')", 686],
  ["$.week('$at')", 19],
  ["$.isoWeek('$at')", 20],
  ["$.isoWeekYear('$at')", 2019],
  ["$.isoDayOfWeek('$at')", 2],
  // Friday, 1 January 2016, 18:30 UTC; already Saturday in Shanghai.
  ["$.isoWeekYear('$eve')", 2015],
  ["$.isoWeek('$eve')", 53],
  ["$.week('$eve')", 0],
  ["$.hour({ date: '$eve', timezone: 'Asia/Shanghai' })", 2],
  ["$.dayOfMonth({ date: '$eve', timezone: 'Asia/Shanghai' })", 2],
  ["$.dayOfWeek({ date: '$eve', timezone: '+08:00' })", 7],
  ["$.dayOfWeek({ date: '$eve', timezone: '+0800' })", 7],
  ["$.year({ date: '$eve', timezone: '-19' })", 2015],
  ["$.hour({ date: '$at', timezone: 'America/New_York' })", 5],
  ["$.year('$no')", null],
  ["$.year('$missing')", null],
  ["$.year({ date: '$at', timezone: '$no' })", null],
  ["$.dateToString({ date: '$at' })", '2019-05-14T09:38:51.686Z'],
  ["$.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' })", '2019-05-14 09:38:51.686'],
  [
    "$.dateToString({ date: '$eve', format: '%Y-%m-%d %H:%M:%S', timezone: 'Asia/Shanghai' })",
    '2016-01-02 02:30:00',
  ],
  [
    "$.dateToString({ date: '$at', format: '%j %U %V %G %u %w %z %Z %%' })",
    '134 19 20 2019 2 3 +0000 0 %',
  ],
  ["$.dateToString({ date: '$at', format: '%H%z %Z', timezone: 'Asia/Kolkata' })", '15+0530 330'],
  ["$.dateToString({ date: '$missing', onNull: 'none' })", 'none'],
  ["$.dateToString({ date: '$no', format: '%Y' })", null],
  [
    "$.dateFromParts({ year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' })",
    new Date('2017-02-08T17:00:00Z'),
  ],
  [
    "$.dateFromParts({ year: 2024, month: 3, day: 1, timezone: 'Asia/Shanghai' })",
    new Date('2024-02-29T16:00:00Z'),
  ],
  ['$.dateFromParts({ year: 2024 })', new Date('2024-01-01T00:00:00Z')],
  ['$.dateFromParts({ year: 2024, month: 14, day: 0 })', new Date('2025-01-31T00:00:00Z')],
  [
    '$.dateFromParts({ isoWeekYear: 2019, isoWeek: 20, isoDayOfWeek: 2, hour: 9 })',
    new Date('2019-05-14T09:00:00Z'),
  ],
  ["$.dateFromParts({ year: '$no' })", null],
  ["$.dateFromString({ dateString: '2019-05-14T09:38:51.686Z' })", new Date(AT)],
  [
    "$.dateFromString({ dateString: '2019-05-14', timezone: 'Asia/Shanghai' })",
    new Date('2019-05-13T16:00:00Z'),
  ],
  [
    "$.dateFromString({ dateString: '2019-05-14 09:38:51', timezone: '+08:00' })",
    new Date('2019-05-14T01:38:51Z'),
  ],
  [
    "$.dateFromString({ dateString: '2019-05-14T09:38:51+08:00' })",
    new Date('2019-05-14T01:38:51Z'),
  ],
  [
    "$.dateFromString({ dateString: '14/5/2019', format: '%d/%m/%Y' })",
    new Date('2019-05-14T00:00:00Z'),
  ],
  [
    "$.dateFromString({ dateString: '2017-07-04T11:56:02.8', format: '%Y-%m-%dT%H:%M:%S.%L' })",
    new Date('2017-07-04T11:56:02.800Z'),
  ],
  [
    "$.dateFromString({ dateString: '2017-07-14T12:02:44.771 GMT+02' })",
    new Date('2017-07-14T10:02:44.771Z'),
  ],
  [
    "$.dateFromString({ dateString: '2017-07-14T12:02:44 CEST' })",
    new Date('2017-07-14T10:02:44Z'),
  ],
  ["$.dateFromString({ dateString: 'nonsense', onError: 'bad' })", 'bad'],
  ["$.dateFromString({ dateString: '$no', onNull: 0 })", 0],
]

/** Newer operators, which the SDK has no names for, may be written as they are. */
const PLAIN: Case[] = [
  ["{ $toInt: '42' }", 42],
  ["{ $toInt: '$f' }", 2],
  ["{ $toDouble: '2.5e1' }", 25],
  ["{ $toString: '$n' }", '7'],
  ["{ $toString: '$at' }", '2019-05-14T09:38:51.686Z'],
  ["{ $toBool: 'false' }", true],
  ["{ $toBool: '$zero' }", false],
  ["{ $toDate: '2019-05-14' }", new Date('2019-05-14T00:00:00Z')],
  ["{ $toLong: '$at' }", AT],
  ["{ $toInt: '$no' }", null],
  ["{ $convert: { input: 'x', to: 'int', onError: -1 } }", -1],
  ["{ $convert: { input: '$no', to: 'int', onNull: 0 } }", 0],
  ["{ $type: '$at' }", 'date'],
  ["{ $type: '$missing' }", 'missing'],
  ["{ $type: '$f' }", 'double'],
  ["{ $trim: { input: '  a b ' } }", 'a b'],
  ["{ $ltrim: { input: 'xxay', chars: 'xy' } }", 'ay'],
  ["{ $rtrim: { input: 'xxay', chars: 'xy' } }", 'xxa'],
  ['{ $round: [2.5] }', 2],
  ['{ $round: [1.235, 2] }', 1.24],
  ['{ $trunc: [7.567, 1] }', 7.5],
  ['{ $round: [1250, -2] }', 1200],
  ["{ $regexMatch: { input: '$s', regex: /tea$/i } }", true],
  ["{ $regexFind: { input: '$cn', regex: '(谭)' } }", { match: '谭', idx: 1, captures: ['谭'] }],
  ["{ $replaceAll: { input: 'a.b.c', find: '.', replacement: '-' } }", 'a-b-c'],
  ["{ $first: '$l' }", 3],
  ["{ $last: '$l' }", 2],
  [
    "{ $dateToParts: { date: '$eve', timezone: 'Asia/Shanghai' } }",
    { year: 2016, month: 1, day: 2, hour: 2, minute: 30, second: 0, millisecond: 0 },
  ],
  ['{ $sin: 0 }', 0],
]

const TABLES = { ARITHMETIC, LISTS, CHOICES, OBJECTS_AND_SETS, TEXTS, DATES, PLAIN }
const tables = Object.entries(TABLES).map(
  ([name, cases]) => [name.toLowerCase().replaceAll('_', ' '), cases] as const,
)

describe.each(SDKS)('expressions with %s', (sdk) => {
  describe.each(tables)('%s', (_name, cases) => {
    test.each(cases)('%s', async (expression, result) => {
      const code = `pipe((a) => a.project({ _id: 0, x: ${expression} }))`
      const [document] = await bench.evaluate<{ x?: unknown }[]>(sdk, code)
      const expected = result === undefined ? {} : { x: result }
      expect(document).toEqual(JSON.parse(JSON.stringify(expected)))
    })
  })
})
