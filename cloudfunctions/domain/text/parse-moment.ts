// Moments in files: ISO 8601 with `Z` or an offset, read strictly and alike everywhere.
import { dateOf } from '@contract/time'

const MOMENT =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/

/** `2026-11-01T00:00:00+08:00` → UTC ms; null when it is no moment or says no offset. */
export function parseMoment(text: string): number | null {
  const match = MOMENT.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, second = '0', fraction = '', sign, offHour, offMinute] =
    match
  const millis = Number(fraction.slice(0, 3).padEnd(3, '0'))
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  // V8 rolls 30 February over into March. Midnight UTC is the same date in Shanghai.

  if (Number.isNaN(at) || dateOf(at) !== `${year}-${month}-${day}`) return null
  const offset = sign === undefined ? 0 : offsetMinutes(Number(offHour), Number(offMinute), sign)
  if (offset === null) return null
  const minutes = Number(hour) * 60 + Number(minute) - offset
  return at + minutes * 60_000 + Number(second) * 1000 + millis
}

function offsetMinutes(hours: number, minutes: number, sign: string): number | null {
  if (hours > 23 || minutes > 59) return null
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes)
}
