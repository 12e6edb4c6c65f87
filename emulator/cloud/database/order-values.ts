/** The order of values as MongoDB has it, directly and as strings that sort alike. */
import { valuesAt, type Document, type Value } from './values'

const scratch = new DataView(new ArrayBuffer(8))
const END = '\u0001'
export const NULL_KEY = '\u0002'

/** Text whose order is the order of the values; types first, as in BSON. */
export function orderKey(value: Value | undefined): string {
  if (value === undefined || value === null) return NULL_KEY
  if (typeof value === 'number') return '\u0003' + numberKey(value)
  if (typeof value === 'string') return '\u0004' + stringKey(value)
  if (typeof value === 'boolean') return value ? '\u0008\u0001' : '\u0008\u0000'
  if (Array.isArray(value)) return '\u0006' + value.map(orderKey).join('') + END
  if (value instanceof Date) return '\u0009' + numberKey(value.getTime())
  if (value instanceof RegExp) return '\u000b' + stringKey(`${value.source}/${value.flags}`)
  let key = '\u0005'
  for (const field of Object.keys(value)) {
    const member = orderKey(value[field])
    key += member.charAt(0) + stringKey(field) + member
  }
  return key + END
}

function numberKey(value: number): string {
  if (Number.isNaN(value)) return '\0\0\0\0'
  scratch.setFloat64(0, value === 0 ? 0 : value)
  const high = scratch.getUint32(0)
  const low = scratch.getUint32(4)
  const flippedHigh = high & 0x80000000 ? ~high >>> 0 : (high | 0x80000000) >>> 0
  const flippedLow = high & 0x80000000 ? ~low >>> 0 : low
  return String.fromCharCode(
    flippedHigh >>> 16,
    flippedHigh & 0xffff,
    flippedLow >>> 16,
    flippedLow & 0xffff,
  )
}

function stringKey(text: string): string {
  return (text.includes('\u0000') ? text.replaceAll('\u0000', '\u0000\u0001') : text) + '\0\0'
}

/** The place of a value's type among the types: values of different rank never compare as equal. */
export function typeRank(value: Value | undefined): number {
  if (value === undefined || value === null) return 2
  if (typeof value === 'number') return 3
  if (typeof value === 'string') return 4
  if (typeof value === 'boolean') return 8
  if (Array.isArray(value)) return 6
  if (value instanceof Date) return 9
  return value instanceof RegExp ? 11 : 5
}

/** Negative, zero or positive; an absent value counts as null. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  const rank = typeRank(a)
  const other = typeRank(b)
  if (rank !== other) return rank - other
  switch (rank) {
    case 2:
      return 0
    case 3:
      return compareNumbers(a as number, b as number)
    case 4:
      return compareTexts(a as string, b as string)
    case 5:
      return compareDocuments(a as Document, b as Document)
    case 6:
      return compareLists(a as Value[], b as Value[])
    case 11:
      return compareTexts(orderKey(a), orderKey(b))
    default:
      return compareNumbers(Number(a), Number(b))
  }
}

/** NaN comes before every other number. */
function compareNumbers(a: number, b: number): number {
  if (a === b) return 0
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  return a < b ? -1 : 1
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compareLists(a: Value[], b: Value[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareValues(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Member by member in their order: first the type, then the name, then the value. */
function compareDocuments(a: Document, b: Document): number {
  const names = Object.keys(a)
  const others = Object.keys(b)
  for (let i = 0; i < names.length && i < others.length; i++) {
    const name = names[i] as string
    const other = others[i] as string
    const order =
      typeRank(a[name]) - typeRank(b[other]) ||
      compareTexts(name, other) ||
      compareValues(a[name], b[other])
    if (order !== 0) return order
  }
  return names.length - others.length
}

export type SortSpec = [path: string, direction: 1 | -1][]

/** Sorts in place, stably; of an array the least element counts, or the greatest when descending. */
export function sortDocuments(documents: Document[], sort: SortSpec): Document[] {
  if (!sort.length) return documents
  const keyed = documents.map((document) => ({
    document,
    keys: sort.map(([path, direction]) => sortKey(document, path, direction)),
  }))
  keyed.sort((a, b) => {
    for (let i = 0; i < sort.length; i++) {
      const order = compareSortKeys(a.keys[i], b.keys[i])
      if (order !== 0) return order * (sort[i] as SortSpec[number])[1]
    }
    return 0
  })
  return keyed.map((entry) => entry.document)
}

/** An empty list (undefined here) sorts before everything, absence with null. */
function compareSortKeys(a: Value | undefined, b: Value | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return compareValues(a, b)
}

function sortKey(document: Document, path: string, direction: 1 | -1): Value | undefined {
  const values = valuesAt(document, path)
  if (!values.length) return null
  if (values.length === 1 && !Array.isArray(values[0])) return values[0]
  const elements = values.flatMap((value) => (Array.isArray(value) ? value : [value]))
  return elements.reduce<Value | undefined>((best, value) => {
    if (best === undefined) return value
    return compareValues(value, best) * direction < 0 ? value : best
  }, undefined)
}
