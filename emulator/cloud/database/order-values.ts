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

export function compareValues(a: Value | undefined, b: Value | undefined): number {
  if (typeof a === 'number' && typeof b === 'number' && a === a && b === b) return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  const keyA = orderKey(a)
  const keyB = orderKey(b)
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
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
