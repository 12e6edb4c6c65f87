// Shares in words.

/** Basis points as whole percents, rounded down: 2,350 → `23%`. */
export function percentText(shareBps: number): string {
  return `${Math.floor(shareBps / 100)}%`
}
