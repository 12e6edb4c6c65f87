// 活跃: whether somebody did something of their own lately. A newcomer counts as lively from the day they came.
import { dateOf, DAY_MS, startOfDate } from '@contract/time'

/** Shanghai days without anything, today included, after which somebody is quiet. */
export const LIVELY_DAYS = 14

/** What tells of a person's doing; `livelyOn` is that of their running figures. */
export interface Signs {
  readonly livelyOn: string | null
  readonly joinedOn: string
}

/** The newest date that speaks for them. */
export function lastSignOf({ livelyOn, joinedOn }: Signs): string {
  return livelyOn !== null && livelyOn > joinedOn ? livelyOn : joinedOn
}

/** Shanghai days since then: 0 is today. */
export function quietDaysOf(signs: Signs, now: number): number {
  const days = (startOfDate(dateOf(now)) - startOfDate(lastSignOf(signs))) / DAY_MS
  return Math.max(0, days)
}

export function isLively(signs: Signs, now: number): boolean {
  return quietDaysOf(signs, now) < LIVELY_DAYS
}
