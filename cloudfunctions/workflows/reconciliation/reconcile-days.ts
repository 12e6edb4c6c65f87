// Timer: yesterday after ten, days that were missed, and for a week those with open differences, which may clear.
import type { ReconciledDay } from '@contract/model/books'
import { addDays, dateOf, HOUR_MS, startOfDate } from '@contract/time'
import { Refusal } from '../../domain/refuse'
import { PayNotConfigured } from '../../ports/payments'
import type { World } from '../../ports/world'
import { runDay } from './run-day'

/** WeChat's bill of a day is there from 10:00 of the next. */
const BILL_READY_MS = 10 * HOUR_MS
const LOOK_BACK_DAYS = 31
const AGAIN_DAYS = 7
const DAYS_A_RUN = 3
const PAGES_A_DAY = 200

export async function reconcileDays(world: World): Promise<{ days: number; isWaiting?: true }> {
  const on = lastBilledDay(world.now)
  const first = addDays(on, 1 - LOOK_BACK_DAYS)
  const shop = await world.store.get('settings', 'shop')
  if (!shop) return { days: 0 }
  const known = await world.store.find(
    'reconciled_days',
    { _id: { gte: first } },
    { limit: LOOK_BACK_DAYS },
  )
  const from = later(first, dateOf(shop.claimedAt))
  const due = dueDays(from, on, known, world.now).slice(0, DAYS_A_RUN)
  try {
    for (const date of due) await runDay(world, date, PAGES_A_DAY)
  } catch (error) {
    const isEarly = error instanceof Refusal && error.code === 'BILL_NOT_READY'
    if (isEarly || error instanceof PayNotConfigured) return { days: 0, isWaiting: true }
    throw error
  }
  return { days: due.length }
}

/** The latest Shanghai date whose bill there may be by now. */
export function lastBilledDay(now: number): string {
  return addDays(dateOf(now - BILL_READY_MS), -1)
}

function dueDays(from: string, to: string, known: readonly ReconciledDay[], now: number): string[] {
  const days = new Map(known.map((day) => [day._id, day]))
  const due: string[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const day = days.get(on)
    if (!day || day.status === 'running' || isWorthAnother(day, now)) due.push(on)
  }
  return due
}

/** Once a day, for a week, while something is open. */
function isWorthAnother({ _id: on, openCount, finishedAt }: ReconciledDay, now: number): boolean {
  const isRecent = startOfDate(on) >= startOfDate(addDays(dateOf(now), -AGAIN_DAYS))
  const lastOn = finishedAt === null ? '' : dateOf(finishedAt)
  return openCount > 0 && isRecent && lastOn < dateOf(now)
}

function later(a: string, b: string): string {
  return a > b ? a : b
}
