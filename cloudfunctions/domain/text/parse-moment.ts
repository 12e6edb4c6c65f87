// Moments in files: ISO 8601 with `Z` or an offset, read strictly and alike everywhere.
import { dateOf } from '@contract/time'

const MOMENT =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:Z|([+-])(\d{2})(?::?(\d{2}))?)$/

/** `2026-11-01T00:00:00+08:00` → UTC ms; null when it is no moment or says no offset. */
export function parseMoment(text: string): number | null {
  const match = MOMENT.exec(text)
  if (!match) return null
  const [, year, month, day, ...times] = match
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  // V8 rolls 30 February over into March. Midnight UTC is the same date in Shanghai.
  if (Number.isNaN(at) || dateOf(at) !== `${year}-${month}-${day}`) return null
  const [hour, minute, second = '0', fraction = '', sign, offsetHours = '0', offsetMinutes] = times
  const millis = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const time = timeOf(Number(hour), Number(minute), Number(second), millis)
  const offset = timeOf(Number(offsetHours), Number(offsetMinutes ?? 0), 0, 0)
  if (time === null || offset === null) return null
  return at + time - (sign === '-' ? -offset : offset)
}

/** Milliseconds since midnight; null when there is no such time of day. */
function timeOf(hour: number, minute: number, second: number, millis: number): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null
  return ((hour * 60 + minute) * 60 + second) * 1000 + millis
}
