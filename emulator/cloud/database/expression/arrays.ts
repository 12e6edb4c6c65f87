/** Expressions on arrays. */
import { compareValues } from '../order-values'
import { refuse } from '../tcb-error'
import { isDocument, isTruthy, typeName, type Document, type Value } from '../values'
import { isNullish, takes, takesNamed, takesOne, type Operator, type Result } from './operator'

const ANY = Number.MAX_SAFE_INTEGER

function wholeNumber(value: Result, what: string, kind: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw refuse(`${what} of type: ${typeName(value)} with value: ${JSON.stringify(value)}`, kind)
}

const arrayElemAt = takes(2, 2, ([list, position]) => {
  if (isNullish(list) || isNullish(position)) return null
  if (!Array.isArray(list)) {
    const type = typeName(list)
    throw refuse(`$arrayElemAt's first argument must be an array, but is ${type}`, 'Location28689')
  }
  if (typeof position !== 'number') {
    const type = typeName(position)
    throw refuse(
      `$arrayElemAt's second argument must be a numeric value, but is ${type}`,
      'Location28690',
    )
  }
  const at = wholeNumber(position, "$arrayElemAt's second argument must be an integer", '28691')
  return list[at < 0 ? list.length + at : at]
})

const concatArrays = takes(0, ANY, (lists) => {
  const joined: Value[] = []
  for (const list of lists) {
    if (isNullish(list)) return null
    if (!Array.isArray(list)) {
      throw refuse(`$concatArrays only supports arrays, not ${typeName(list)}`, 'Location28664')
    }
    for (const element of list) joined.push(element)
  }
  return joined
})

const isIn = takes(2, 2, ([wanted, list]) => {
  if (!Array.isArray(list)) {
    throw refuse(
      `$in requires an array as a second argument, found: ${typeName(list)}`,
      'Location40081',
    )
  }
  return list.some((element) => wanted !== undefined && compareValues(element, wanted) === 0)
})

/** A position for $indexOf…, not negative. */
export function readBound(value: Result, name: string, otherwise: number): number {
  if (value === undefined) return otherwise
  const isWhole = typeof value === 'number' && Number.isInteger(value)
  if (!isWhole) {
    throw refuse(
      `${name} requires an integral index, found a value of type: ${typeName(value)}`,
      'Location40096',
    )
  }
  if (value < 0)
    throw refuse(`${name} requires a nonnegative index, found: ${value}`, 'Location40097')
  return value
}

const indexOfArray = takes(2, 4, ([list, wanted, from, to], name) => {
  if (isNullish(list)) return null
  if (!Array.isArray(list)) {
    throw refuse(
      `$indexOfArray requires an array as a first argument, found: ${typeName(list)}`,
      'Location40090',
    )
  }
  const start = readBound(from, name, 0)
  const end = Math.min(readBound(to, name, list.length), list.length)
  for (let i = start; i < end; i++) {
    if (wanted !== undefined && compareValues(list[i], wanted) === 0) return i
  }
  return -1
})

const range = takes(2, 3, ([from, to, step]) => {
  const start = rangeNumber(from, 'starting value')
  const end = rangeNumber(to, 'ending value')
  const by = step === undefined ? 1 : rangeNumber(step, 'step value')
  if (by === 0) throw refuse('$range requires a non-zero step value', 'Location34449')
  const made: Value[] = []
  for (let i = start; by > 0 ? i < end : i > end; i += by) made.push(i)
  return made
})

function rangeNumber(value: Result, what: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  const type = typeName(value)
  throw refuse(`$range requires a numeric ${what}, found value of type: ${type}`, 'Location34443')
}

const reverseArray = takesOne((list) => {
  if (isNullish(list)) return null
  if (Array.isArray(list)) return [...list].reverse()
  const type = typeName(list)
  throw refuse(`The argument to $reverseArray must be an array, but was of type: ${type}`, '34435')
})

const size = takesOne((list) => {
  if (Array.isArray(list)) return list.length
  const type = typeName(list)
  throw refuse(`The argument to $size must be an array, but was of type: ${type}`, 'Location17124')
})

const slice = takes(2, 3, ([list, first, count]) => {
  if (isNullish(list) || isNullish(first)) return null
  if (!Array.isArray(list)) {
    const type = typeName(list)
    throw refuse(`First argument to $slice must be an array, but is of type: ${type}`, '28724')
  }
  const what = 'Second argument to $slice must be a 32-bit integer, but is'
  const n = wholeNumber(first, what, 'Location28726')
  if (count === undefined) return n >= 0 ? list.slice(0, n) : list.slice(n)
  if (isNullish(count)) return null
  const length = wholeNumber(count, what.replace('Second', 'Third'), 'Location28728')
  if (length <= 0) {
    throw refuse(`Third argument to $slice must be positive: ${length}`, 'Location28729')
  }
  const start = n >= 0 ? n : Math.max(0, list.length + n)
  return list.slice(start, start + length)
})

const zip: Operator = takesNamed(['inputs'], ['useLongestLength', 'defaults'], (args) => {
  const { inputs, useLongestLength, defaults } = args
  if (isNullish(inputs)) return null
  if (!Array.isArray(inputs) || !inputs.length) {
    throw refuse('$zip requires at least one input array', 'Location34465')
  }
  const lists: Value[][] = []
  for (const list of inputs) {
    if (list === null) return null
    if (!Array.isArray(list)) {
      throw refuse(`$zip found a non-array expression in input: ${typeName(list)}`, 'Location34468')
    }
    lists.push(list)
  }
  const isLong = isTruthy(useLongestLength)
  if (Array.isArray(defaults)) {
    if (!isLong) {
      throw refuse('cannot specify defaults unless useLongestLength is true', 'Location34466')
    }
    if (defaults.length !== lists.length) {
      throw refuse('defaults and inputs must have the same length', 'Location34467')
    }
  }
  const fill = Array.isArray(defaults) ? defaults : []
  const sizes = lists.map((list) => list.length)
  const length = isLong ? Math.max(...sizes) : Math.min(...sizes)
  return Array.from({ length }, (_, i) =>
    lists.map((list, n) => (i < list.length ? (list[i] as Value) : (fill[n] ?? null))),
  )
})

const arrayToObject = takesOne((list) => {
  if (isNullish(list)) return null
  if (!Array.isArray(list)) {
    throw refuse(`$arrayToObject requires an array input, found: ${typeName(list)}`, '40386')
  }
  const made: Document = {}
  for (const entry of list) {
    const [key, value] = readEntry(entry)
    if (typeof key !== 'string') {
      throw refuse(
        `$arrayToObject requires an array of key-value pairs, where the key must be of type string.`,
        'Location40394',
      )
    }
    made[key] = value
  }
  return made
})

function readEntry(entry: Value): [Value | undefined, Value] {
  if (Array.isArray(entry)) {
    if (entry.length === 2) return entry as [Value, Value]
    throw refuse(
      `$arrayToObject requires an array of size 2 arrays,found array of size: ${entry.length}`,
      'Location40397',
    )
  }
  if (isDocument(entry)) {
    if ('k' in entry && 'v' in entry && Object.keys(entry).length === 2) {
      return [entry.k, entry.v]
    }
    throw refuse(
      "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys.",
      'Location40393',
    )
  }
  throw refuse(
    `Unrecognised input type format for $arrayToObject: ${typeName(entry)}`,
    'Location40398',
  )
}

function atEnd(name: string, pick: (list: Value[]) => Result): Operator {
  return takesOne((list) => {
    if (isNullish(list)) return null
    if (Array.isArray(list)) return pick(list)
    throw refuse(`${name}'s argument must be an array, but is ${typeName(list)}`, 'Location28689')
  })
}

export const firstOfArray = atEnd('$first', (list) => list[0])
export const lastOfArray = atEnd('$last', (list) => list[list.length - 1])

export const ARRAYS: Record<string, Operator> = {
  $arrayElemAt: arrayElemAt,
  $arrayToObject: arrayToObject,
  $concatArrays: concatArrays,
  $in: isIn,
  $indexOfArray: indexOfArray,
  $isArray: takesOne((value) => Array.isArray(value)),
  $range: range,
  $reverseArray: reverseArray,
  $size: size,
  $slice: slice,
  $zip: zip,
}
