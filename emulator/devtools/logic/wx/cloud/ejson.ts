/** Values to the SDK's canonical EJSON and back, with the client database's own types. */
import { GeoPoint, ServerDate } from './values'

export function toEjson(value: unknown): unknown {
  if (value === undefined) return { $undefined: true }
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) {
    return {
      $regularExpression: { pattern: value.source, options: [...value.flags].sort().join('') },
    }
  }
  if (value instanceof ServerDate) return { $tcb_server_date: { offset: value.offset } }
  if (value instanceof GeoPoint) return value.toJSON()
  if (typeof value === 'number') {
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) return { $numberInt: String(value) }
    return { $numberDouble: String(value) }
  }
  if (Array.isArray(value)) return value.map(toEjson)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries.map(([name, member]) => [name, toEjson(member)]))
}

const READ: Record<string, (of: never) => unknown> = {
  $numberInt: Number,
  $numberLong: Number,
  $numberDouble: Number,
  $oid: String,
  $date: (of: unknown) =>
    new Date(
      typeof of === 'object' ? Number((of as { $numberLong: string }).$numberLong) : (of as string),
    ),
  $regularExpression: (of: { pattern: string; options: string }) =>
    new RegExp(of.pattern, of.options),
  $undefined: () => undefined,
}

export function fromEjson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(fromEjson)
  const [first, ...more] = Object.entries(value)
  const read = first && more.length === 0 ? READ[first[0]] : undefined
  if (read && first) return read(first[1] as never)
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, fromEjson(member)]),
  )
}
