// Time as WeChat writes it: always +08:00, whole seconds.

const OFFSET_MS = 8 * 3_600_000
export const DAY_MS = 86_400_000

/** `2026-11-22T10:00:00+08:00` */
export function toRfc3339(at: number): string {
  return `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

/** `2026-11-22 10:00:00`, as bills write it. */
export function toBillTime(at: number): string {
  return toRfc3339(at).slice(0, 19).replace('T', ' ')
}

/** `2026-11-22`, the Shanghai day of a moment. */
export function dayOf(at: number): string {
  return toRfc3339(at).slice(0, 10)
}

/** The moment at which a Shanghai day begins, or NaN when the text is no date. */
export function startOfDay(day: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00+08:00`) : Number.NaN
  return dayOf(at || 0) === day ? at : Number.NaN
}
