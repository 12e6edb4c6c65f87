// Moments are UTC milliseconds (`…At`); business dates are YYYY-MM-DD in Asia/Shanghai (`…On`).

/** Shanghai keeps UTC+8 all year since 1991 (IANA tzdata Asia/Shanghai). */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000

export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The Shanghai calendar date of a moment. */
export function dateOf(at: number): string {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The Shanghai month of a moment, `2026-11`. */
export function monthOf(at: number): string {
  return dateOf(at).slice(0, 7)
}

/** The first moment of a Shanghai date. */
export function startOfDate(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) - SHANGHAI_OFFSET_MS
}

/** The date a number of days later (or earlier, when negative). */
export function addDays(on: string, days: number): string {
  return dateOf(startOfDate(on) + days * DAY_MS)
}

/** The first moment of a Shanghai month. */
export function startOfMonth(month: string): number {
  return startOfDate(`${month}-01`)
}

/** The month a number of months later (or earlier, when negative): `2026-12` + 1 = `2027-01`. */
export function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The Monday of a date's week. */
export function weekOf(on: string): string {
  const days = (startOfDate(on) + SHANGHAI_OFFSET_MS) / DAY_MS
  // Day 0, 1970-01-01, was a Thursday.
  return addDays(on, -((((days + 3) % 7) + 7) % 7))
}

/** `2026-11-20 09:41` in Shanghai. */
export function dateTimeText(at: number): string {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}
