// Chance with a seed: the same seed always makes the same shop.

export interface Chance {
  /** In [0, 1). */
  next(): number
  /** An integer from low to high, both included. */
  between(low: number, high: number): number
  /** True with a probability. */
  is(probability: number): boolean
  /** One of the rows, each as likely as its weight. */
  pick<Row>(rows: readonly Row[], weightOf: (row: Row) => number): Row
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a demo year. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    is: (probability) => next() < probability,
    pick(rows, weightOf) {
      const total = rows.reduce((sum, row) => sum + weightOf(row), 0)
      let left = next() * total
      for (const row of rows) {
        left -= weightOf(row)
        if (left < 0) return row
      }
      const last = rows[rows.length - 1]
      if (last === undefined) throw new RangeError('nothing to pick from')
      return last
    },
  }
}
