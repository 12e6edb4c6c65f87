/** Dates as text by a format such as `%Y-%m-%d %H:%M`. */
import { refuse } from '../tcb-error'
import { dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, weekOfYear } from './calendar'

export const ISO_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

type Part = (wall: Date, offsetMinutes: number) => string

const PARTS: Record<string, Part> = {
  d: (wall) => pad(wall.getUTCDate(), 2),
  G: (wall) => pad(isoWeekYear(wall), 4),
  H: (wall) => pad(wall.getUTCHours(), 2),
  j: (wall) => pad(dayOfYear(wall), 3),
  L: (wall) => pad(wall.getUTCMilliseconds(), 3),
  m: (wall) => pad(wall.getUTCMonth() + 1, 2),
  M: (wall) => pad(wall.getUTCMinutes(), 2),
  S: (wall) => pad(wall.getUTCSeconds(), 2),
  u: (wall) => String(isoDayOfWeek(wall)),
  U: (wall) => pad(weekOfYear(wall), 2),
  V: (wall) => pad(isoWeek(wall), 2),
  w: (wall) => String(wall.getUTCDay() + 1),
  Y: (wall) => pad(wall.getUTCFullYear(), 4),
  z: (_wall, offset) => {
    const minutes = Math.abs(offset)
    const sign = offset < 0 ? '-' : '+'
    return `${sign}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`
  },
  Z: (_wall, offset) => String(offset),
  '%': () => '%',
}

export function formatDate(wall: Date, offsetMs: number, format: string): string {
  if (/(^|[^%])(%%)*%$/.test(format)) {
    throw refuse("Unmatched '%' at end of format string", 'Location18535')
  }
  return format.replace(/%(.)/gsu, (_all, letter: string) => {
    const part = Object.hasOwn(PARTS, letter) ? PARTS[letter] : undefined
    if (!part) {
      throw refuse(`Invalid format character '%${letter}' in format string`, 'Location18536')
    }
    return part(wall, Math.trunc(offsetMs / 60_000) + 0)
  })
}
