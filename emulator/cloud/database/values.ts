/** What documents are made of, and how a dotted path is followed through them. */

export type Value = null | boolean | number | string | Date | RegExp | Value[] | Document
export type Document = { [field: string]: Value }

/** A document proper: neither an array, a date, a regular expression, nor an instance of anything. */
export function isDocument(value: unknown): value is Document {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return !(value instanceof Date) && !(value instanceof RegExp)
}

/** The value at a dotted path, array positions included; undefined when there is none. */
export function valueAt(document: Value | undefined, path: string): Value | undefined {
  if (!path.includes('.')) return isDocument(document) ? document[path] : undefined
  let value: Value | undefined = document
  for (const step of path.split('.')) {
    if (value === null || typeof value !== 'object') return undefined
    value = (value as Document)[step]
  }
  return value
}

/** Every value a path reaches, through arrays of documents too: what an index or a sort sees. */
export function valuesAt(document: Value, path: string): Value[] {
  if (!path.includes('.')) {
    const value = isDocument(document) ? document[path] : undefined
    return value === undefined ? [] : [value]
  }
  return follow(document, path.split('.'), 0)
}

function follow(value: Value | undefined, steps: string[], at: number): Value[] {
  if (value === undefined) return []
  if (at === steps.length) return [value]
  const step = steps[at] as string
  if (Array.isArray(value)) {
    if (/^\d+$/.test(step)) return follow(value[Number(step)], steps, at + 1)
    return value.flatMap((element) => (isDocument(element) ? follow(element, steps, at) : []))
  }
  return isDocument(value) ? follow(value[step], steps, at + 1) : []
}

/** A deep copy; dates and regular expressions are shared, because nobody changes them. */
export function copyValue<V extends Value>(value: V): V {
  if (Array.isArray(value)) return value.map((element) => copyValue(element)) as V
  if (!isDocument(value)) return value
  const copy: Document = {}
  for (const field of Object.keys(value)) copy[field] = copyValue(value[field] as Value)
  return copy as V
}

/** Only null, absence, false and 0 are untrue. */
export function isTruthy(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0
}

/** The name MongoDB gives to a value's type in its messages. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'number') return numberTypeName(value)
  if (typeof value === 'boolean') return 'bool'
  return typeof value
}

function numberTypeName(value: number): string {
  if (!Number.isInteger(value)) return 'double'
  return value >= -(2 ** 31) && value < 2 ** 31 ? 'int' : 'long'
}
