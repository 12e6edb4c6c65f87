// When the outcome of a dispatched withdrawal is asked for again: often at first, then ever more rarely.
import { HOUR_MS, MINUTE_MS } from '@contract/time'

/** [dispatched less than this long ago, ask again after]: an unconfirmed transfer closes after 24 h. */
const PACE: readonly (readonly [number, number])[] = [
  [10 * MINUTE_MS, MINUTE_MS],
  [HOUR_MS, 5 * MINUTE_MS],
  [26 * HOUR_MS, 30 * MINUTE_MS],
]
const SLOWEST_MS = 6 * HOUR_MS

/** The next moment to query (UTC ms), after `now`. */
export function nextCheckAt(dispatchedAt: number, now: number): number {
  const age = now - dispatchedAt
  const pace = PACE.find(([until]) => age < until)
  return now + (pace === undefined ? SLOWEST_MS : pace[1])
}
