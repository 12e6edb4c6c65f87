/** Expressions on dates, in any time zone. */
import { refuse } from '../tcb-error'
import { isDocument, isTruthy, typeName, type Value } from '../values'
import { dayOfYear, isoDayOfWeek, isoWall, isoWeek, isoWeekYear, weekOfYear } from './calendar'
import { formatDate, ISO_FORMAT } from './format-date'
import { readMoment } from './read-moment'
import { isNullish, readNamed, type Evaluate, type Operator, type Result } from './operator'
import { momentAt, offsetAt, wallTime } from './time-zone'

function asDate(value: Value): Date {
  if (value instanceof Date) return value
  throw refuse(`can't convert from BSON type ${typeName(value)} to Date`, 'Location16006')
}

function asZone(value: Value): string {
  if (typeof value === 'string') return value
  throw refuse(`timezone must evaluate to a string, found ${typeName(value)}`, 'Location40517')
}

function wallIn(date: Date, zone: string): Date {
  return new Date(date.getTime() + offsetAt(zone, date.getTime()))
}

function isNamed(spec: Value): boolean {
  return isDocument(spec) && !Object.keys(spec)[0]?.startsWith('$')
}

/** One part of a date: of an expression, or of `{ date, timezone }`. */
function part(read: (wall: Date) => number): Operator {
  return (spec, compile, name) => {
    let dateSpec = spec
    let zoneSpec: Value | undefined
    if (Array.isArray(spec)) {
      if (spec.length !== 1) {
        throw refuse(
          `${name} accepts exactly one argument if given an array, but was given ${spec.length}`,
          '40536',
        )
      }
      dateSpec = spec[0] as Value
    } else if (isNamed(spec)) {
      const given = readNamed(spec, name, ['date'], ['timezone'])
      dateSpec = given.date as Value
      zoneSpec = given.timezone
    }
    const date = compile(dateSpec)
    const zone = zoneSpec === undefined ? null : compile(zoneSpec)
    return (scope) => {
      const value = date(scope)
      if (isNullish(value)) return null
      const at = zone ? zone(scope) : 'UTC'
      return isNullish(at) ? null : read(wallIn(asDate(value), asZone(at)))
    }
  }
}

/** Compiles the arguments that were given, each under its name. */
function argumentsOf(
  required: string[],
  optional: string[],
  evaluate: (read: (name: string) => Result, has: (name: string) => boolean) => Result,
): Operator {
  return (spec, compile, name) => {
    const given = readNamed(spec, name, required, optional)
    const parts: Record<string, Evaluate> = {}
    for (const [key, value] of Object.entries(given)) parts[key] = compile(value)
    const has = (key: string): boolean => key in parts
    return (scope) => evaluate((key) => parts[key]?.(scope), has)
  }
}

const dateToString = argumentsOf(['date'], ['format', 'timezone', 'onNull'], (read, has) => {
  const date = read('date')
  if (isNullish(date)) return has('onNull') ? read('onNull') : null
  const zone = has('timezone') ? read('timezone') : 'UTC'
  const format = has('format') ? read('format') : ISO_FORMAT
  if (isNullish(zone) || isNullish(format)) return null
  if (typeof format !== 'string') {
    throw refuse(
      `$dateToString requires that 'format' be a string, found: ${typeName(format)}`,
      '18533',
    )
  }
  const offset = offsetAt(asZone(zone), asDate(date).getTime())
  return formatDate(new Date(asDate(date).getTime() + offset), offset, format)
})

const STRING_PARTS = ['format', 'timezone', 'onError', 'onNull']

const dateFromString = argumentsOf(['dateString'], STRING_PARTS, (read, has) => {
  const text = read('dateString')
  if (isNullish(text)) return has('onNull') ? read('onNull') : null
  const format = read('format')
  const zone = read('timezone')
  if ((has('format') && isNullish(format)) || (has('timezone') && isNullish(zone))) return null
  try {
    if (typeof text !== 'string') {
      throw refuse(
        "$dateFromString requires that 'dateString' be a string, " +
          `found: ${typeName(text)} with value ${JSON.stringify(text)}`,
        'ConversionFailure',
      )
    }
    return readMoment(text, format as string | undefined, isNullish(zone) ? null : asZone(zone))
  } catch (error) {
    if (has('onError')) return read('onError')
    throw error
  }
})

const CALENDAR = ['year', 'month', 'day']
const ISO_CALENDAR = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek']
const CLOCK = ['hour', 'minute', 'second', 'millisecond']

/** A whole number among the parts; null when it is null, `otherwise` when it is not given. */
function readPart(key: string, value: Result, otherwise: number): number | null {
  if (isNullish(value)) return null
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw refuse(
      `'${key}' must evaluate to an integer, found ${typeName(value)} with value ${JSON.stringify(value)}`,
      'Location40515',
    )
  }
  if (/year/i.test(key) && (value < 1 || value > 9999)) {
    throw refuse(
      `'${key}' must evaluate to an integer in the range 1 to 9999, found ${value}`,
      'Location40523',
    )
  }
  return value ?? otherwise
}

const dateFromParts: Operator = (spec, compile, name) => {
  const isIso = isDocument(spec) && 'isoWeekYear' in spec
  const [required, ...optional] = [...(isIso ? ISO_CALENDAR : CALENDAR), ...CLOCK, 'timezone']
  if (isDocument(spec) && !('year' in spec) && !isIso) {
    throw refuse("$dateFromParts requires either 'year' or 'isoWeekYear' to be present", '40516')
  }
  return argumentsOf([required], optional, (read, has) => {
    const numbers: number[] = []
    for (const key of [...(isIso ? ISO_CALENDAR : CALENDAR), ...CLOCK]) {
      const otherwise = CLOCK.includes(key) ? 0 : 1
      const value = has(key) ? readPart(key, read(key), otherwise) : otherwise
      if (value === null) return null
      numbers.push(value)
    }
    const zone = has('timezone') ? read('timezone') : 'UTC'
    if (isNullish(zone)) return null
    const [a, b, c, ...clock] = numbers as [number, number, number, number, number, number, number]
    const wall = isIso
      ? new Date(isoWall(a, b, c)).setUTCHours(...clock)
      : wallTime(a, b, c, ...clock)
    return new Date(momentAt(asZone(zone), wall))
  })(spec, compile, name)
}

const dateToParts = argumentsOf(['date'], ['timezone', 'iso8601'], (read, has) => {
  const date = read('date')
  const zone = has('timezone') ? read('timezone') : 'UTC'
  const iso = has('iso8601') ? read('iso8601') : false
  if (isNullish(date) || isNullish(zone) || isNullish(iso)) return null
  const wall = wallIn(asDate(date), asZone(zone))
  const clock = {
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
  }
  if (isTruthy(iso)) {
    return {
      isoWeekYear: isoWeekYear(wall),
      isoWeek: isoWeek(wall),
      isoDayOfWeek: isoDayOfWeek(wall),
      ...clock,
    }
  }
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()]
  return { year, month, day, ...clock }
})

export const DATES: Record<string, Operator> = {
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
  $dateToParts: dateToParts,
  $dateToString: dateToString,
  $dayOfMonth: part((wall) => wall.getUTCDate()),
  $dayOfWeek: part((wall) => wall.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $hour: part((wall) => wall.getUTCHours()),
  $isoDayOfWeek: part(isoDayOfWeek),
  $isoWeek: part(isoWeek),
  $isoWeekYear: part(isoWeekYear),
  $millisecond: part((wall) => wall.getUTCMilliseconds()),
  $minute: part((wall) => wall.getUTCMinutes()),
  $month: part((wall) => wall.getUTCMonth() + 1),
  $second: part((wall) => wall.getUTCSeconds()),
  $week: part(weekOfYear),
  $year: part((wall) => wall.getUTCFullYear()),
}
