// What tests of the books share: the ten-minute round of the timer, and reading what it left.
import { MINUTE_MS, startOfDate } from '@contract/time'
import type { ReconcileDifference, ReconciledDay } from '@contract/model/books'
import type { Money } from './open-money'

/** The minute of ten in which the timer looks at the books. */
const TENTH = 7

export interface TimerCounts {
  readonly auditBooks?: { readonly pages: number; readonly status: string }
  readonly reconcileDays?: { readonly days: number }
}

/** Moves on to the next look at the books, and runs it. */
export async function lookAtBooks({ world }: Money): Promise<TimerCounts> {
  const { clock } = world.cloud
  const minute = Math.floor(clock.now() / MINUTE_MS)
  const ahead = (TENTH - (minute % 10) + 10) % 10
  await world.cloud.advance(ahead * MINUTE_MS)
  return ((await world.runTimer()) as { data: TimerCounts }).data
}

/** Moves the clock to a time of a Shanghai date, `10:00`; only forward. */
export async function passTo({ world }: Money, on: string, time: string): Promise<void> {
  const [hours = '0', minutes = '0'] = time.split(':')
  const at = startOfDate(on) + (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
  await world.cloud.advance(at - world.cloud.clock.now())
}

export function readBooks({ world }: Money) {
  const { database } = world.cloud
  return {
    day: (on: string) => database.get<ReconciledDay>('reconciled_days', on),
    days: () => database.list<ReconciledDay>('reconciled_days'),
    differences: (on?: string) =>
      database.find<ReconcileDifference>('reconcile_differences', on === undefined ? {} : { on }),
  }
}
