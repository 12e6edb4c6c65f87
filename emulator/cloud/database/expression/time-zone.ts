/** Time zones by name (Asia/Shanghai) or offset (+08:00): wall clock times and back. */
import { refuse } from '../tcb-error'

const formats = new Map<string, Intl.DateTimeFormat>()

function fixedOffset(zone: string): number | null {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (!match) return null
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (format) return format
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw refuse(`unrecognized time zone identifier: "${zone}"`, 'Location40485')
  }
  formats.set(zone, format)
  return format
}

/** Milliseconds that the zone's clocks are ahead of UTC at a moment. */
export function offsetAt(zone: string, ms: number): number {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return fixed
  if (Number.isNaN(ms)) return 0
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(zone).formatToParts(ms)) parts[type] = value
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year)
  const wall = wallTime(
    year,
    Number(parts.month),
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  )
  return wall - Math.floor(ms / 1000) * 1000
}

/** The moment at which the zone's clocks show a wall time (given as if it were UTC). */
export function momentAt(zone: string, wall: number): number {
  const guess = wall - offsetAt(zone, wall)
  return wall - offsetAt(zone, guess)
}

/** A wall time as if it were UTC; parts out of their range carry over. */
export function wallTime(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.setUTCHours(hour, minute, second, millisecond)
}
