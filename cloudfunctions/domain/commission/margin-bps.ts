// What share of a price is left after what was spent on it.

const BPS_ONE = 10_000

/** ⌊(kept − spent) × 10,000 / kept⌋ for kept above 0: rounded down also below 0, never in the plan's favour. */
export function marginBps(kept: number, spent: number): number {
  const left = BigInt(kept - spent) * BigInt(BPS_ONE)
  const whole = BigInt(kept)
  const floor = left / whole
  return Number(left % whole < 0n ? floor - 1n : floor)
}
