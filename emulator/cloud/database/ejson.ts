/** Reads the SDK's canonical EJSON strings into plain values, and writes answers it reads back alike. */
import { refuse } from './tcb-error'
import { isDocument, type Document, type Value } from './values'

type Wrapper = Record<string, unknown>

const UNWRAP: Record<string, (wrapper: Wrapper, now: number) => Value> = {
  $numberInt: (w) => Number(w.$numberInt),
  $numberLong: (w) => Number(w.$numberLong),
  $numberDouble: (w) => Number(w.$numberDouble),
  $numberDecimal: (w) => Number(w.$numberDecimal),
  $oid: (w) => String(w.$oid),
  $symbol: (w) => String(w.$symbol),
  $undefined: () => null,
  $date: (w) => new Date(readMoment(w.$date)),
  $regularExpression: (w) => readPattern(w.$regularExpression as Wrapper),
  $tcb_server_date: (w, now) => new Date(now + readOffset(w.$tcb_server_date)),
}

function readMoment(moment: unknown): number | string {
  if (typeof moment === 'number' || typeof moment === 'string') return moment
  return Number((moment as Wrapper).$numberLong)
}

function readOffset(spec: unknown): number {
  const offset = (spec as Wrapper | null)?.offset
  if (offset !== null && typeof offset === 'object') return Number(Object.values(offset)[0] ?? 0)
  return Number(offset ?? 0)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function readPattern(spec: Wrapper): RegExp {
  return makePattern(textOf(spec.pattern), textOf(spec.options))
}

/** Only the flags that MongoDB knows, and JavaScript can obey, are kept; `more` are for our own use. */
export function makePattern(source: string, flags: string, more = ''): RegExp {
  const kept = [...new Set(flags.replace(/[^ims]/g, ''))].join('')
  try {
    return new RegExp(source, kept + more)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw refuse(`Regular expression is invalid: ${why}`, 'Location51091')
  }
}

/** Turns parsed EJSON into plain values, in place. */
export function reviveEjson(value: unknown, now: number): Value {
  if (value === null || typeof value !== 'object') return value as Value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = reviveEjson(value[i], now)
    return value as Value[]
  }
  const wrapper = value as Wrapper
  const fields = Object.keys(wrapper)
  const first = fields[0]
  if (first !== undefined && first.charCodeAt(0) === 36 && fields.length === 1) {
    const unwrap = UNWRAP[first]
    if (unwrap) return unwrap(wrapper, now)
  }
  for (const field of fields) wrapper[field] = reviveEjson(wrapper[field], now)
  return wrapper as Document
}

/** Parses an EJSON text; `now` (ms) is what `db.serverDate()` becomes. An empty text is an empty document. */
export function readEjson(text: unknown, now: number): Value {
  if (text === undefined || text === null || text === '') return {}
  return reviveEjson(JSON.parse(typeof text === 'string' ? text : JSON.stringify(text)), now)
}

export function readEjsonDocument(text: unknown, now: number): Document {
  const value = readEjson(text, now)
  return isDocument(value) ? value : {}
}

/** EJSON that `EJSON.parse` gives back value for value. Finite numbers stay plain: shorter and alike. */
export function writeEjson(value: Value | undefined): string {
  // What JSON carries unharmed, its own writer writes faster.
  return value !== undefined && isPlainJson(value) ? JSON.stringify(value) : writeValue(value)
}

/** No dates, patterns, gaps or numbers that JSON lacks. */
function isPlainJson(value: Value | undefined): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return value !== undefined
  if (value === null) return true
  if (Array.isArray(value)) {
    for (const element of value) if (!isPlainJson(element)) return false
    return true
  }
  if (value instanceof Date || value instanceof RegExp) return false
  for (const field in value) if (!isPlainJson(value[field])) return false
  return true
}

function writeValue(value: Value | undefined): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
      return Number.isFinite(value) ? String(value) : `{"$numberDouble":"${value}"}`
    case 'boolean':
      return value ? 'true' : 'false'
    case 'undefined':
      return 'null'
    default:
      return value === null ? 'null' : writeObject(value)
  }
}

function writeObject(value: Value[] | Date | RegExp | Document): string {
  if (Array.isArray(value)) {
    let text = '['
    for (let i = 0; i < value.length; i++) text += (i ? ',' : '') + writeValue(value[i])
    return text + ']'
  }
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`
  if (value instanceof RegExp) {
    const options = [...value.flags].sort().join('')
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${options}"}}`
  }
  let text = '{'
  let separator = ''
  for (const field in value) {
    const member = value[field]
    if (member === undefined) continue
    text += `${separator}${JSON.stringify(field)}:${writeValue(member)}`
    separator = ','
  }
  return text + '}'
}
