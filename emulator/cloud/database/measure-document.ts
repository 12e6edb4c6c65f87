/** How many bytes a document has as BSON, which is what its size limit is about. */
import type { Document, Value } from './values'

const INT_MIN = -(2 ** 31)
const INT_MAX = 2 ** 31 - 1

type MeasureText = (text: string) => number

/** `measureText` may give more than the bytes, when only a bound is wanted. */
export function measureDocument(
  document: Document,
  measureText: MeasureText = (text) => Buffer.byteLength(text),
): number {
  let size = 5
  for (const field in document) {
    const value = document[field]
    if (value === undefined) continue
    size += 2 + measureText(field) + measureValue(value, measureText)
  }
  return size
}

function measureValue(value: Value, measureText: MeasureText): number {
  switch (typeof value) {
    case 'string':
      return 5 + measureText(value)
    case 'number':
      return Number.isInteger(value) && value >= INT_MIN && value <= INT_MAX ? 4 : 8
    case 'boolean':
      return 1
    default:
      return value === null ? 0 : measureObject(value, measureText)
  }
}

function measureObject(
  value: Value[] | Date | RegExp | Document,
  measureText: MeasureText,
): number {
  if (value instanceof Date) return 8
  if (value instanceof RegExp) return 2 + measureText(value.source) + value.flags.length
  if (!Array.isArray(value)) return measureDocument(value, measureText)
  let size = 5
  for (let i = 0; i < value.length; i++)
    size += 2 + String(i).length + measureValue(value[i] as Value, measureText)
  return size
}
