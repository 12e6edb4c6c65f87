// Money as integer fen and rates as integer basis points: the only arithmetic on them there is.

declare const brand: unique symbol
type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** An amount in fen (1/100 yuan). Always an integer; may be negative where a flow is meant. */
export type Fen = Brand<number, 'Fen'>
/** A rate in basis points (1/10,000). Always an integer. */
export type Bps = Brand<number, 'Bps'>

export const BPS_ONE = 10_000 as Bps

/** Amounts above this are refused at the edge, so that sums stay exact (10^12 fen = 10 billion yuan). */
export const MAX_FEN = 1_000_000_000_000

/** Reads an integer as fen. A fraction or an unsafe integer is a bug, never data. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not integer fen: ${amount}`)
  return (amount === 0 ? 0 : amount) as Fen
}

/** Reads an integer as basis points, 0 to 10,000. */
export function bps(rate: number): Bps {
  if (!Number.isInteger(rate) || rate < 0 || rate > 10_000) throw new RangeError(`not bps: ${rate}`)
  return rate as Bps
}

export const ZERO = 0 as Fen

export function addFen(...amounts: readonly number[]): Fen {
  let sum = 0
  for (const amount of amounts) sum += amount
  return fen(sum)
}

export function subtractFen(from: number, amount: number): Fen {
  return fen(from - amount)
}

/** Sums one amount of each row. */
export function sumFen<Row>(rows: readonly Row[], amountOf: (row: Row) => number): Fen {
  let sum = 0
  for (const row of rows) sum += amountOf(row)
  return fen(sum)
}

/** Price times quantity, exact. */
export function timesFen(unit: number, quantity: number): Fen {
  return fen(unit * quantity)
}

/**
 * A whole number of any size: a number while it is safe (below 2^53), a bigint beyond. The shop's own amounts are
 * always numbers; files from outside may multiply up to 10^18 fen. Compare with `<` and `>`, never with `===`.
 */
export type Whole = number | bigint

function narrow(value: bigint): Whole {
  const small = Number(value)
  return Number.isSafeInteger(small) ? small : value
}

export function addWhole(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return narrow(BigInt(a) + BigInt(b))
}

export function subtractWhole(from: Whole, amount: Whole): Whole {
  if (typeof from === 'number' && typeof amount === 'number') {
    const difference = from - amount
    if (Number.isSafeInteger(difference)) return difference
  }
  return narrow(BigInt(from) - BigInt(amount))
}

export function timesWhole(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product
  }
  return narrow(BigInt(a) * BigInt(b))
}

/** ⌊a × b / divisor⌋ for non-negative whole numbers, exact at any size. */
export function mulDivWhole(a: Whole, b: Whole, divisor: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number' && typeof divisor === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return Math.floor(product / divisor)
  }
  return narrow((BigInt(a) * BigInt(b)) / BigInt(divisor))
}

/**
 * ⌊a × b / divisor⌋ for non-negative integers, exact also where a × b passes 2^53.
 * The one rounding direction of the house: down, in the shop's favour for commissions.
 */
export function mulDivFloor(a: number, b: number, divisor: number): Fen {
  return fen(Number(mulDivWhole(a, b, divisor)))
}

/** ⌊amount × rate / 10,000⌋: what a rate pays on an amount. */
export function rateOf(amount: number, rate: number): Fen {
  return mulDivFloor(amount, rate, BPS_ONE)
}

/** ⌊part × 10,000 / whole⌋, 0 when the whole is 0: a share said in bps, for display and reports. */
export function shareBps(part: number, whole: number): number {
  return whole === 0 ? 0 : mulDivFloor(part, BPS_ONE, whole)
}

/**
 * Splits a total over weights by largest remainder: parts are rounded down and the fen left over go
 * one each to the largest remainders (ties: the earlier weight). The parts always add up to the total;
 * all zero when every weight is zero and the total is zero. Weights may be of any size.
 */
export function allocate(total: number, weights: readonly Whole[]): Fen[] {
  // No literals like 0n: phones run this file too, and their compilers may not read them.
  let whole = BigInt(0)
  for (const weight of weights) whole += BigInt(weight)
  if (whole === BigInt(0)) {
    if (total !== 0) throw new RangeError('nothing to split over')
    return weights.map(() => ZERO)
  }
  const rows = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight)
    return { index, part: Number(product / whole), remainder: product % whole }
  })
  let left = total - rows.reduce((sum, row) => sum + row.part, 0)
  const byRemainder = [...rows].sort((x, y) =>
    x.remainder === y.remainder ? x.index - y.index : x.remainder < y.remainder ? 1 : -1,
  )
  for (const row of byRemainder) {
    if (left === 0) break
    row.part += 1
    left -= 1
  }
  return rows.map((row) => fen(row.part))
}

/** `-1188` → `-11.88`: plain text for files and messages; pages use the Money component. */
export function fenToText(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `"11.88"`, `"11.8"` or `"11"` → 1188; null when it is not an amount in yuan with at most two decimals. */
export function fenFromText(text: string): Fen | null {
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  return fen(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')))
}
