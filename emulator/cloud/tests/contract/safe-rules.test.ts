// Safe rules by themselves: how their text is read, and that what they let through is never more than they say.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeRule, type Circumstances } from '../../access/judge-rule'
import { findRuleMistake, parseRule } from '../../access/parse-rule'
import { readBranches } from '../../access/read-constraints'
import { Database } from '../../database/database'
import { Store } from '../../database/store'
import type { Document, Value } from '../../database/values'

const GIVEN: Omit<Circumstances, 'doc'> = {
  auth: { openid: 'o-mei' },
  now: 1000,
  data: { price: 5 },
  fetch: (collection, id) => (collection === 'staff' && id === 'o-mei' ? { level: 3 } : null),
}
const judge = (rule: string, document: Document): boolean | null =>
  judgeRule(parseRule(rule), { ...GIVEN, doc: { document } })

describe('the text of a rule', () => {
  test.each([
    ["doc.a == 1 && doc.b == 'x' || doc.c", true],
    ["doc.a == 2 && (doc.b == 'x' || doc.c)", false],
    ['!doc.no && !(doc.a != 1)', true],
    ['doc.a === 1 && doc.a !== 2', true],
    ['doc.n >= 1.5 && doc.n <= 1.5 && doc.n < 2 && doc.n > 1', true],
    ["doc.b in ['x', \"y\"] && !(doc.b in ['z'])", true],
    ["doc['list'][1] == 'q' && doc.deep.er == true", true],
    ["auth.openid == 'o-mei' && auth != null && now == 1000", true],
    ['doc.missing == null && doc.missing == undefined', true],
    ['doc.missing.deeper == null', true],
    ["'q' in doc.list && 'er' in doc.deep", true],
    ['request.data.price == 5 && request.data.none == null', true],
    ['get(`database.staff.${auth.openid}`).level > 2', true],
    ["get('database.staff.nobody') == null", true],
    ["doc.b == 'it\\'s'", false],
    ["doc.a == '1' || doc.a < '2'", false],
    ['auth.constructor != null || doc.toString != null', false],
    ['true', true],
    ['false', false],
  ])('%s', (rule, expected) => {
    const document = { a: 1, b: 'x', c: false, n: 1.5, list: ['p', 'q'], deep: { er: true } }
    expect(judge(rule, document)).toBe(expected)
  })

  test.each([
    ['doc.a ==', 'something is missing at the end'],
    ['doc.a = 1', 'cannot be read from "= 1"'],
    ['user.id == 1', '"user" is unknown'],
    ['doc. == 1', 'a name is missing after the dot'],
    ['(doc.a', '")" is missing'],
    ['doc.a doc.b', '"doc" is unexpected'],
    ['require("fs")', '"require" is unknown'],
    ['`${doc.a', 'a template text does not end'],
    ["get('a') && get('b') && get('c') && get('d')", 'more than 3 times get()'],
    ['doc.a == 1; doc.b', 'cannot be read from "; doc.b"'],
    ['', 'something is missing at the end'],
  ])('%s is refused: %s', (rule, mistake) => {
    expect(findRuleMistake(rule)).toBe(mistake)
  })
})

const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Value>(1, 2, 3) },
  { weight: 2, arbitrary: fc.constantFrom<Value>('a', 'b') },
  { weight: 1, arbitrary: fc.constantFrom<Value>(null, 0, true, false) },
)
const field = fc.oneof(
  { weight: 4, arbitrary: fc.constant('x') },
  { weight: 1, arbitrary: fc.constantFrom('y', 'z.w') },
)
const literal = (one: Value): string => (typeof one === 'string' ? `'${one}'` : JSON.stringify(one))
const comparison = fc.oneof(
  fc
    .tuple(field, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), value)
    .map(([path, by, one]) => `doc.${path} ${by} ${literal(one)}`),
  fc
    .tuple(field, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), value)
    .map(([path, by, one]) => `${literal(one)} ${by} doc.${path}`),
  fc
    .tuple(field, fc.array(value, { maxLength: 3 }))
    .map(([path, list]) => `doc.${path} in [${list.map(literal).join(', ')}]`),
  fc.tuple(field, field).map(([one, other]) => `doc.${one} == doc.${other}`),
  field.map((path) => `doc.${path}`),
)
const { rule } = fc.letrec<{ rule: string; inner: string }>((tie) => ({
  rule: fc.oneof({ maxDepth: 2 }, { weight: 3, arbitrary: comparison }, tie('inner')),
  inner: fc.oneof(
    tie('rule').map((one) => `!(${one})`),
    fc.tuple(tie('rule'), tie('rule')).map(([a, b]) => `(${a} && ${b})`),
    fc.tuple(tie('rule'), tie('rule')).map(([a, b]) => `(${a} || ${b})`),
  ),
}))
const condition = fc.oneof<fc.Arbitrary<Value>[]>(
  value,
  fc.record({ $eq: value }),
  fc.record({ $ne: value }),
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(value, { maxLength: 3 }) }),
  ...['$gt', '$gte', '$lt', '$lte'].map((operator) => value.map((one) => ({ [operator]: one }))),
  fc.record({ $gte: value, $lt: value }),
)
const part = fc.dictionary(field, condition, { minKeys: 1, maxKeys: 2 })
const query = fc
  .tuple(
    part,
    fc.option(fc.array(part, { minLength: 1, maxLength: 3 })),
    fc.option(fc.array(part, { maxLength: 2 })),
  )
  .map(([own, or, and]): Document => ({
    ...own,
    ...(or ? { $or: or } : {}),
    ...(and?.length ? { $and: and } : {}),
  }))
const row = fc.record(
  { x: value, y: value, z: fc.record({ w: value }, { requiredKeys: [] }) },
  { requiredKeys: [] },
)

test('a query that a rule lets through finds only documents for which the rule holds', () => {
  let proved = 0
  fc.assert(
    fc.property(
      rule,
      query,
      fc.array(row, { minLength: 4, maxLength: 10 }),
      (text, asked, rows) => {
        const expression = parseRule(text)
        const branches = readBranches(asked) ?? []
        const verdicts = branches.map((branch) =>
          judgeRule(expression, { ...GIVEN, doc: { branch } }),
        )
        const store = new Store()
        store.createCollection('rows')
        const database = new Database(store, () => 0)
        database.insert({ collectionName: 'rows', data: rows.map((one) => JSON.stringify(one)) })
        const found = database.find({ collectionName: 'rows', query: JSON.stringify(asked) })
        const holds = found.map((document) =>
          judgeRule(expression, { ...GIVEN, doc: { document } }),
        )
        if (branches.length && verdicts.every((one) => one === true)) {
          proved++
          expect(holds).not.toContain(false)
        }
        if (verdicts.every((one) => one === false)) expect(holds).not.toContain(true)
      },
    ),
    { numRuns: 5000 },
  )
  // A judge that lets nothing through would pass as well.
  expect(proved).toBeGreaterThan(100)
})
