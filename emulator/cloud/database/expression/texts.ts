/** Expressions on texts. Bytes are those of UTF-8; upper and lower case are those of ASCII. */
import { refuse } from '../tcb-error'
import { typeName } from '../values'
import { readBound } from './arrays'
import {
  asText,
  isNullish,
  takes,
  takesNamed,
  takesOne,
  type Operator,
  type Result,
} from './operator'

const concat = takes(0, Number.MAX_SAFE_INTEGER, (parts) => {
  let text = ''
  for (const part of parts) {
    if (isNullish(part)) return null
    if (typeof part !== 'string') {
      throw refuse(`$concat only supports strings, not ${typeName(part)}`, 'Location16702')
    }
    text += part
  }
  return text
})

function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

const compareIgnoringCase = takes(2, 2, ([a, b]) => {
  const [first, second] = [upper(asText(a)), upper(asText(b))]
  return first < second ? -1 : first > second ? 1 : 0
})

function wholeIndex(value: Result, what: string, kind: string): number {
  if (typeof value === 'number') return Math.trunc(value)
  throw refuse(`${what} must be a numeric type (is BSON type ${typeName(value)})`, kind)
}

/** A byte in the middle of a character. */
function isInside(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

const substrBytes = takes(3, 3, ([given, from, count]) => {
  const bytes = Buffer.from(asText(given))
  const start = wholeIndex(from, '$substrBytes:  starting index', 'Location16034')
  const length = wholeIndex(count, '$substrBytes:  length', 'Location16035')
  if (start < 0) {
    throw refuse(
      `$substrBytes:  starting index must be non-negative (got: ${start})`,
      'Location50752',
    )
  }
  if (isInside(bytes[start])) {
    throw refuse(
      '$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.',
      'Location28656',
    )
  }
  const end = length < 0 ? bytes.length : Math.min(bytes.length, start + length)
  if (isInside(bytes[end])) {
    throw refuse(
      '$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.',
      'Location28657',
    )
  }
  return bytes.subarray(start, end).toString()
})

const substrCP = takes(3, 3, ([given, from, count]) => {
  const points = [...asText(given)]
  const start = wholeIndex(from, '$substrCP: starting index', 'Location34450')
  const length = wholeIndex(count, '$substrCP: length', 'Location34452')
  if (start < 0) {
    throw refuse('$substrCP: the starting index must be nonnegative integer.', 'Location34455')
  }
  if (length < 0) {
    throw refuse('$substrCP: length must be a nonnegative integer.', 'Location34454')
  }
  return points.slice(start, start + length).join('')
})

/** Where a text occurs in another, counted in `units` of a text (bytes or code points). */
function indexOf(
  lengthIn: (text: string) => number,
  cut: (text: string, from: number, to?: number) => string,
): Operator {
  return takes(2, 4, ([text, wanted, from, to], name) => {
    if (isNullish(text)) return null
    if (typeof text !== 'string') {
      throw refuse(
        `${name} requires a string as the first argument, found: ${typeName(text)}`,
        '40091',
      )
    }
    if (typeof wanted !== 'string') {
      throw refuse(
        `${name} requires a string as the second argument, found: ${typeName(wanted)}`,
        'Location40092',
      )
    }
    const start = readBound(from, name, 0)
    const length = lengthIn(text)
    const end = Math.min(readBound(to, name, length), length)
    if (start > end) return -1
    const found = cut(text, start, end).indexOf(wanted)
    return found < 0 ? -1 : start + lengthIn(cut(text, start, end).slice(0, found))
  })
}

const indexOfBytes = indexOf(
  (text) => Buffer.byteLength(text),
  (text, from, to) => Buffer.from(text).subarray(from, to).toString(),
)
const indexOfCP = indexOf(
  (text) => [...text].length,
  (text, from, to) => [...text].slice(from, to).join(''),
)

const split = takes(2, 2, ([text, by]) => {
  if (isNullish(text) || isNullish(by)) return null
  if (typeof text !== 'string') {
    throw refuse(
      `$split requires an expression that evaluates to a string as a first argument, found: ${typeName(text)}`,
      'Location40085',
    )
  }
  if (typeof by !== 'string') {
    throw refuse(
      `$split requires an expression that evaluates to a string as a second argument, found: ${typeName(by)}`,
      'Location40086',
    )
  }
  if (!by) throw refuse('$split requires a non-empty separator', 'Location40087')
  return text.split(by)
})

function lengthOf(measure: (text: string) => number): Operator {
  return takesOne((text, name) => {
    if (typeof text === 'string') return measure(text)
    throw refuse(`${name} requires a string argument, found: ${typeName(text)}`, 'Location34473')
  })
}

function trimming(left: boolean, right: boolean): Operator {
  return takesNamed(
    ['input'],
    ['chars'],
    ({ input, chars = ' \t\n\v\f\r\0\u00a0\u1680' }, name) => {
      if (isNullish(input) || isNullish(chars)) return null
      if (typeof input !== 'string' || typeof chars !== 'string') {
        const wrong = typeof input === 'string' ? chars : input
        throw refuse(
          `${name} requires its input to be a string, got ${JSON.stringify(wrong)} ` +
            `(of type ${typeName(wrong)}) instead.`,
          'Location50699',
        )
      }
      const cut = new Set(chars)
      const points = [...input]
      let [from, to] = [0, points.length]
      while (left && from < to && cut.has(points[from] as string)) from++
      while (right && from < to && cut.has(points[to - 1] as string)) to--
      return points.slice(from, to).join('')
    },
  )
}

function replacing(replace: (text: string, find: string, by: string) => string): Operator {
  return takesNamed(['input', 'find', 'replacement'], [], ({ input, find, replacement }, name) => {
    if (isNullish(input) || isNullish(find) || isNullish(replacement)) return null
    if (typeof input !== 'string' || typeof find !== 'string' || typeof replacement !== 'string') {
      throw refuse(`${name} requires that its arguments be strings`, 'Location51746')
    }
    return replace(input, find, replacement)
  })
}

export const TEXTS: Record<string, Operator> = {
  $concat: concat,
  $indexOfBytes: indexOfBytes,
  $indexOfCP: indexOfCP,
  $ltrim: trimming(true, false),
  $replaceAll: replacing((text, find, by) => text.replaceAll(find, () => by)),
  $replaceOne: replacing((text, find, by) => text.replace(find, () => by)),
  $rtrim: trimming(false, true),
  $split: split,
  $strLenBytes: lengthOf((text) => Buffer.byteLength(text)),
  $strLenCP: lengthOf((text) => [...text].length),
  $strcasecmp: compareIgnoringCase,
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $substrCP: substrCP,
  $toLower: takesOne((value) => lower(asText(value))),
  $toUpper: takesOne((value) => upper(asText(value))),
  $trim: trimming(true, true),
}
