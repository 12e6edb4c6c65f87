// Moments as WeChat Pay writes them in Shanghai time.

const OFFSET_MS = 8 * 3_600_000

/** `2026-11-22T10:00:00+08:00` */
export function toRfc3339(at: number): string {
  return `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

/** Reads `2026-11-22 10:00:00` of a bill as UTC ms; NaN when it is none. */
export function fromBillTime(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+08:00`)
}
