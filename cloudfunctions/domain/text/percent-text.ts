// Shares in words.

/** Basis points as whole percents, rounded down: 2,350 → `23%`. */
export function percentText(shareBps: number): string {
  return `${(shareBps - (shareBps % 100)) / 100}%`
}
