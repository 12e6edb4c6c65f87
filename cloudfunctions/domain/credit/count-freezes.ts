// How often somebody was frozen, from their standings; a freeze that was taken back within a day was a slip.
import type { Standing } from '@contract/model/people'
import { DAY_MS } from '@contract/time'

/** Freezes of a day or longer that reach into the time from `since` to `now` (ms); one that lasts counts too. */
export function countFreezes(standings: readonly Standing[], since: number, now: number): number {
  let count = 0
  let from: number | null = null
  const end = (at: number) => {
    if (from !== null && at >= since && at - from >= DAY_MS) count += 1
    from = null
  }
  for (const { at, status } of standings) {
    if (status === 'frozen') from ??= at
    else end(at)
  }
  end(now)
  return count
}
