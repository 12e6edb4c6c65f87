/** Conversions between types, and what type a value is of. */
import { refuse } from '../tcb-error'
import { show } from '../update-place'
import { isTruthy, typeName, type Value } from '../values'
import { readMoment } from './read-moment'
import { isNullish, readNamed, takesOne, type Operator, type Result } from './operator'

function cannot(value: Value, type: string): Error {
  const from = typeName(value)
  return refuse(
    `Unsupported conversion from ${from} to ${type} in $convert with no onError value`,
    'ConversionFailure',
  )
}

function failed(text: string): Error {
  return refuse(`${text} in $convert with no onError value`, 'ConversionFailure')
}

function toNumber(value: Value, type: 'int' | 'long' | 'double'): number {
  const number = readNumber(value, type)
  if (type === 'double') return number
  if (!Number.isFinite(number)) {
    throw failed(`Attempt to convert ${String(number)} value to integer type`)
  }
  const whole = Math.trunc(number) + 0
  const limit = type === 'int' ? 2 ** 31 : 2 ** 63
  if (whole >= limit || whole < -limit) {
    throw failed(`Conversion would overflow target type`)
  }
  return whole
}

function readNumber(value: Value, type: string): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date && type !== 'int') return value.getTime()
  if (typeof value !== 'string') throw cannot(value, type)
  const pattern = type === 'double' ? /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/ : /^[+-]?\d+$/
  if (!pattern.test(value)) {
    throw failed(`Failed to parse number '${value}'`)
  }
  return Number(value)
}

function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  throw cannot(value, 'string')
}

function toDate(value: Value): Date {
  if (value instanceof Date) return value
  if (typeof value === 'number' && typeName(value) !== 'int') return new Date(Math.trunc(value))
  if (typeof value === 'string') return readMoment(value, undefined, 'UTC')
  throw cannot(value, 'date')
}

const CONVERTERS: Record<string, (value: Value) => Value> = {
  double: (value) => toNumber(value, 'double'),
  decimal: (value) => toNumber(value, 'double'),
  int: (value) => toNumber(value, 'int'),
  long: (value) => toNumber(value, 'long'),
  bool: (value) =>
    typeof value === 'object' ? true : typeof value === 'string' || isTruthy(value),
  string: toText,
  date: toDate,
  objectId: (value) => {
    if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return value.toLowerCase()
    throw failed(`Failed to parse objectId '${show(value)}'`)
  },
}
const BY_CODE: Record<number, string> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
}

function convertTo(type: string): Operator {
  const convert = CONVERTERS[type] as (value: Value) => Value
  return takesOne((value) => (isNullish(value) ? null : convert(value)))
}

const convert: Operator = (spec, compile, name) => {
  const given = readNamed(spec, name, ['input', 'to'], ['onError', 'onNull'])
  const [input, to] = [compile(given.input as Value), compile(given.to as Value)]
  const onError = given.onError === undefined ? null : compile(given.onError)
  const onNull = given.onNull === undefined ? null : compile(given.onNull)
  return (scope): Result => {
    const value = input(scope)
    const target = to(scope)
    if (isNullish(value)) return onNull ? onNull(scope) : null
    if (isNullish(target)) return null
    const type = typeof target === 'number' ? BY_CODE[target] : target
    const converter = typeof type === 'string' ? CONVERTERS[type] : undefined
    if (!converter) throw refuse(`Unknown type name: ${show(target)}`, 'BadValue')
    try {
      return converter(value)
    } catch (error) {
      if (onError) return onError(scope)
      throw error
    }
  }
}

export const CONVERSIONS: Record<string, Operator> = {
  $convert: convert,
  $isNumber: takesOne((value) => typeof value === 'number'),
  $toBool: convertTo('bool'),
  $toDate: convertTo('date'),
  $toDecimal: convertTo('decimal'),
  $toDouble: convertTo('double'),
  $toInt: convertTo('int'),
  $toLong: convertTo('long'),
  $toObjectId: convertTo('objectId'),
  $toString: convertTo('string'),
  $type: takesOne((value) => typeName(value)),
}
