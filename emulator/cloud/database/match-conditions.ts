/** The conditions a query can put on one field: comparisons, lists, arrays, types, remainders, bits. */
import { anyAt, type DocumentTest, type ValueTest } from './follow-path'
import { compareValues, typeRank } from './order-values'
import { makePattern } from './ejson'
import { refuse } from './tcb-error'
import { isDocument, isTruthy, typeName, type Document, type Value } from './values'

/** Makes the test of one document; `siblings` are the other operators beside this one. */
export type Condition = (path: string, operand: Value, siblings: Document) => DocumentTest

export function equals(wanted: Value): ValueTest {
  if (wanted === null) return (value) => value === null || value === undefined
  if (typeof wanted !== 'object') {
    if (wanted !== wanted) return (value) => value !== value
    return (value) => value === wanted
  }
  return (value) => value !== undefined && compareValues(value, wanted) === 0
}

/** A bare regular expression matches texts, and itself. */
function matchesPattern(pattern: RegExp): ValueTest {
  const same = equals(pattern)
  return (value) => (typeof value === 'string' ? pattern.test(value) : same(value))
}

export function equalsOrMatches(wanted: Value): ValueTest {
  return wanted instanceof RegExp ? matchesPattern(wanted) : equals(wanted)
}

/** Greater and less compare only within one type. */
function ordered(bound: Value, fits: (order: number) => boolean): ValueTest {
  const includesEqual = fits(0)
  if (bound === null) return (value) => includesEqual && (value === null || value === undefined)
  if (bound !== bound) return (value) => includesEqual && value !== value
  if (typeof bound === 'number') {
    return (value) => typeof value === 'number' && value === value && fits(value - bound)
  }
  const rank = typeRank(bound)
  return (value) =>
    value !== undefined && typeRank(value) === rank && fits(compareValues(value, bound))
}

function comparison(fits: (order: number) => boolean): Condition {
  return (path, bound) => {
    if (bound instanceof RegExp) {
      throw refuse(`Can't have RegEx as arg to predicate over field '${path}'.`, 'BadValue')
    }
    return anyAt(path, ordered(bound, fits))
  }
}

function listOf(operator: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw refuse(`${operator} needs an array`, 'BadValue')
  for (const element of operand) {
    if (isDocument(element) && Object.keys(element)[0]?.startsWith('$')) {
      throw refuse(`cannot nest $ under ${operator}`, 'BadValue')
    }
  }
  return operand
}

/** Membership of plain values is looked up at once; the rest is tried one by one. */
function oneOf(list: Value[]): ValueTest {
  const plain = new Set<Value | undefined>()
  const tests: ValueTest[] = []
  for (const wanted of list) {
    if (wanted === null) plain.add(null).add(undefined)
    else if (typeof wanted !== 'object') plain.add(wanted)
    else tests.push(equalsOrMatches(wanted))
  }
  if (!tests.length) return (value) => plain.has(value)
  return (value) => plain.has(value) || tests.some((test) => test(value))
}

export function negated(test: DocumentTest): DocumentTest {
  return (document) => !test(document)
}

function sizeCondition(path: string, operand: Value): DocumentTest {
  if (typeof operand !== 'number') throw refuse('$size needs a number', 'BadValue')
  if (!Number.isInteger(operand)) throw refuse('$size must be a whole number', 'BadValue')
  if (operand < 0) throw refuse('$size may not be negative', 'BadValue')
  return anyAt(path, (value) => Array.isArray(value) && value.length === operand, false)
}

function remainderCondition(path: string, operand: Value): DocumentTest {
  if (!Array.isArray(operand)) throw refuse('malformed mod, needs to be an array', 'BadValue')
  if (operand.length < 2) throw refuse('malformed mod, not enough elements', 'BadValue')
  if (operand.length > 2) throw refuse('malformed mod, too many elements', 'BadValue')
  const [divisor, remainder] = operand.map((part) =>
    typeof part === 'number' ? Math.trunc(part) : NaN,
  ) as [number, number]
  if (Number.isNaN(divisor)) throw refuse('malformed mod, divisor not a number', 'BadValue')
  if (divisor === 0) throw refuse('divisor cannot be 0', 'BadValue')
  const wanted = Number.isNaN(remainder) ? 0 : remainder
  return anyAt(
    path,
    (value) =>
      typeof value === 'number' &&
      Number.isFinite(value) &&
      (Math.trunc(value) % divisor) + 0 === wanted,
  )
}

const TYPE_CODES: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
}
const TYPE_NAMES = new Set([
  ...Object.values(TYPE_CODES),
  ...['number', 'decimal', 'timestamp', 'binData', 'undefined', 'symbol', 'javascript'],
  ...['minKey', 'maxKey'],
])

/** `int`, `long` and `double` are told apart by value alone. */
export function isOfType(value: Value | undefined, type: string): boolean {
  if (value === undefined) return false
  return type === 'number' ? typeof value === 'number' : typeName(value) === type
}

function typeCondition(path: string, operand: Value): DocumentTest {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map((one) => {
    const name = typeof one === 'number' ? (TYPE_CODES[one] ?? String(one)) : one
    if (typeof name !== 'string') throw refuse('type must be represented as a number or a string')
    if (typeof one === 'string' && !TYPE_NAMES.has(one)) {
      throw refuse(`Unknown type name alias: ${one}`, 'BadValue')
    }
    return name
  })
  if (!wanted.length) throw refuse('a must match at least one type', 'FailedToParse')
  return anyAt(path, (value) => wanted.some((type) => isOfType(value, type)))
}

function bitsCondition(fits: (bits: boolean[]) => boolean): Condition {
  return (path, operand) => {
    const positions = Array.isArray(operand)
      ? operand.map(Number)
      : Array.from({ length: 53 }, (_, bit) => bit).filter(
          (bit) => Math.floor(Number(operand) / 2 ** bit) % 2 === 1,
        )
    const test: ValueTest = (value) =>
      typeof value === 'number' &&
      Number.isInteger(value) &&
      fits(positions.map((bit) => ((BigInt(value) >> BigInt(bit)) & 1n) === 1n))
    return anyAt(path, test)
  }
}

function patternCondition(path: string, operand: Value, { $options }: Document): DocumentTest {
  const source = operand instanceof RegExp ? operand.source : operand
  if (typeof source !== 'string') throw refuse('$regex has to be a string', 'BadValue')
  const own = operand instanceof RegExp ? operand.flags : ''
  const flags = typeof $options === 'string' ? $options : own
  return anyAt(path, matchesPattern(makePattern(source, flags)))
}

function notEqual(path: string, operand: Value): DocumentTest {
  if (operand instanceof RegExp) throw refuse("Can't have regex as arg to $ne.", 'BadValue')
  return negated(anyAt(path, equals(operand)))
}

export const CONDITIONS: Record<string, Condition> = {
  $eq: (path, operand) => anyAt(path, equals(operand)),
  $ne: notEqual,
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $in: (path, operand) => anyAt(path, oneOf(listOf('$in', operand))),
  $nin: (path, operand) => negated(anyAt(path, oneOf(listOf('$nin', operand)))),
  $exists: (path, operand) => {
    const present = anyAt(path, (value) => value !== undefined, false)
    return isTruthy(operand) ? present : negated(present)
  },
  $size: sizeCondition,
  $mod: remainderCondition,
  $type: typeCondition,
  $regex: patternCondition,
  $options: (_path, _operand, { $regex }) => {
    if ($regex === undefined) throw refuse('$options needs a $regex', 'BadValue')
    return () => true
  },
  $bitsAllSet: bitsCondition((bits) => bits.every(Boolean)),
  $bitsAnySet: bitsCondition((bits) => bits.some(Boolean)),
  $bitsAllClear: bitsCondition((bits) => !bits.some(Boolean)),
  $bitsAnyClear: bitsCondition((bits) => !bits.every(Boolean)),
}
