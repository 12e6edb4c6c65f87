/** Values to the SDK's canonical EJSON and back, with the client database's own types. */
import { GeoPoint, ServerDate } from './values'

export function toEjson(value: unknown): unknown {
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) {
    const options = [...value.flags].sort().join('')
    return { $regularExpression: { pattern: value.source, options } }
  }
  if (value instanceof ServerDate) return { $tcb_server_date: { offset: value.offset } }
  if (value instanceof GeoPoint) return toEjson(value.toJSON())
  if (typeof value === 'number') {
    const isInt = Number.isInteger(value) && Math.abs(value) < 2 ** 31
    return isInt ? { $numberInt: String(value) } : { $numberDouble: String(value) }
  }
  if (Array.isArray(value)) return value.map(toEjson)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries.map(([name, member]) => [name, toEjson(member)]))
}

type Read = (of: never) => unknown

const READ: Readonly<Record<string, Read>> = {
  $numberInt: (of: string) => Number(of),
  $numberLong: (of: string) => Number(of),
  $numberDouble: (of: string) => Number(of),
  $oid: (of: string) => of,
  $date: (of: string | { $numberLong: string }) =>
    new Date(typeof of === 'string' ? of : Number(of.$numberLong)),
  $regularExpression: (of: { pattern: string; options: string }) =>
    new RegExp(of.pattern, of.options.replace(/[^ims]/g, '')),
}

export function fromEjson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(fromEjson)
  const [first, ...more] = Object.entries(value)
  const read = first && more.length === 0 ? READ[first[0]] : undefined
  if (read && first) return read(first[1] as never)
  const entries = Object.entries(value).map(([name, member]) => [name, fromEjson(member)])
  return Object.fromEntries(entries)
}
