/** Rates as text with at most two decimals and back to basis points: by digits, never through a float. */

/** `"12.5"` → 1250, `"10"` → 1000; null when it isn't a percentage from 0 to 100 with at most two decimals. */
export function bpsFromText(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{0,2}))?$/.exec(text.trim())
  if (!match) return null
  const rate = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return rate <= 10_000 ? rate : null
}

/** 1250 → `12.50`: what stands in a field. */
export function bpsToText(bps: number): string {
  const digits = String(bps).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * How a ratio changed, in tenths of a percent, rounded half away from nothing: 126 means 12.6 % more.
 * Null when there was nothing before to compare with.
 */
export function changeTenths(
  now: { part: number; of: number },
  before: { part: number; of: number },
): number | null {
  const was = BigInt(before.part) * BigInt(now.of)
  if (was <= BigInt(0)) return null
  const difference = (BigInt(now.part) * BigInt(before.of) - was) * BigInt(1000)
  const sign = difference < BigInt(0) ? BigInt(-1) : BigInt(1)
  return Number(((difference * sign + was / BigInt(2)) / was) * sign)
}

/** 126 → `12.6%`; the sign is said by an arrow. */
export function tenthsText(tenths: number): string {
  const digits = String(Math.abs(tenths)).padStart(2, '0')
  return `${digits.slice(0, -1)}.${digits.slice(-1)}%`
}
