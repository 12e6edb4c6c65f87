// Does the same for many rows, a few at a time: single writes that have nothing to do with each other.

const LANES = 8

/** The first failure ends it; what has begun is finished first. */
export async function inLanes<Row>(
  rows: readonly Row[],
  work: (row: Row) => Promise<unknown>,
): Promise<void> {
  let next = 0
  let failure: { readonly error: unknown } | null = null
  const lane = async () => {
    for (let row = rows[next++]; row !== undefined && !failure; row = rows[next++]) {
      try {
        await work(row)
      } catch (error) {
        failure ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(LANES, rows.length) }, lane))
  if (failure) throw (failure as { readonly error: unknown }).error
}
