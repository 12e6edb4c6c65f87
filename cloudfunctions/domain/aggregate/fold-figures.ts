// A distributor's running figures: days folded into weeks, months and all time, at once or only where they changed.
import { addFen, ZERO } from '@contract/money'
import { addDays, addMonths, weekOf } from '@contract/time'
import type {
  DistributorDay,
  DistributorFigures,
  DistributorSums,
  WeekSums,
} from '@contract/model/aggregate'
import { addSums, isSameSums, NO_SUMS, subtractSums, sumsOf } from './sums'

export const KEPT_MONTHS = 13
export const KEPT_WEEKS = 5

export const monthIn = (on: string) => on.slice(0, 7)

const NO_WEEK: WeekSums = { salesFen: ZERO, commissionFen: ZERO, newCustomers: 0 }

export function noFigures(distributorId: string): DistributorFigures {
  return { _id: distributorId, ever: NO_SUMS, months: {}, weeks: {}, changedAt: 0 }
}

/** Whether they did something of their own that day: made a share, were opened, sold, won a customer or a member. */
export function isLivelyDay(day: DistributorSums): boolean {
  const { shares, visitors, orders, newCustomers, newMembers } = day
  return shares + visitors + orders + newCustomers + newMembers > 0
}

/** Everything anew, from all days of a distributor. */
export function foldFigures(
  distributorId: string,
  days: readonly DistributorDay[],
): DistributorFigures {
  return refold(
    noFigures(distributorId),
    days,
    days.map((day) => day.on),
  )
}

/**
 * The figures with the months and weeks of these dates computed anew; `days` holds every day of those months and weeks.
 * Null when all days are needed: a date lies before the months that are kept apart, or the newest lively day is none
 * any more, nor any other of its month.
 */
export function refoldFigures(
  known: DistributorFigures,
  days: readonly DistributorDay[],
  dates: readonly string[],
): DistributorFigures | null {
  const newest = newestOf(Object.keys(known.months))
  const first = newest === null ? '' : addMonths(newest, 1 - KEPT_MONTHS)
  if (dates.some((on) => monthIn(on) < first)) return null
  // Nothing else is newer than the newest was; what is found from its month on is the newest now.
  const { livelyOn } = known
  const found = newestLively(known, days, dates)
  const isLost =
    livelyOn !== undefined && (found === undefined || found < `${monthIn(livelyOn)}-01`)
  return isLost ? null : refold(known, days, dates)
}

/** A newest day among those that are looked at anew counts only if it still is lively. */
function newestLively(
  known: DistributorFigures,
  days: readonly DistributorDay[],
  dates: readonly string[],
): string | undefined {
  const months = new Set(dates.map(monthIn))
  const isKept = known.livelyOn !== undefined && !months.has(monthIn(known.livelyOn))
  const lively = days.filter(isLivelyDay).map((day) => day.on)
  return [...lively, ...(isKept && known.livelyOn ? [known.livelyOn] : [])].sort().at(-1)
}

function refold(
  known: DistributorFigures,
  days: readonly DistributorDay[],
  dates: readonly string[],
): DistributorFigures {
  const months = new Map(dates.map((on) => [monthIn(on), NO_SUMS]))
  const weeks = new Map(dates.map((on) => [weekOf(on), NO_WEEK]))
  for (const day of days) {
    const [month, week] = [monthIn(day.on), weekOf(day.on)]
    const [inMonth, inWeek] = [months.get(month), weeks.get(week)]
    if (inMonth) months.set(month, addSums(inMonth, sumsOf(day)))
    if (inWeek) weeks.set(week, addWeek(inWeek, day))
  }
  let { ever } = known
  for (const [month, sums] of months) {
    ever = addSums(ever, subtractSums(sums, known.months[month] ?? NO_SUMS))
  }
  const livelyOn = newestLively(known, days, dates)
  return {
    _id: known._id,
    ...(livelyOn === undefined ? {} : { livelyOn }),
    ever,
    months: keepNewest({ ...known.months, ...Object.fromEntries(months) }, (newest) =>
      addMonths(newest, 1 - KEPT_MONTHS),
    ),
    weeks: keepNewest({ ...known.weeks, ...Object.fromEntries(weeks) }, (newest) =>
      addDays(newest, 7 * (1 - KEPT_WEEKS)),
    ),
    changedAt: known.changedAt,
  }
}

function addWeek(sums: WeekSums, day: WeekSums): WeekSums {
  return {
    salesFen: addFen(sums.salesFen, day.salesFen),
    commissionFen: addFen(sums.commissionFen, day.commissionFen),
    newCustomers: sums.newCustomers + day.newCustomers,
  }
}

function keepNewest<T>(
  rows: Readonly<Record<string, T>>,
  firstKept: (newest: string) => string,
): Record<string, T> {
  const keys = Object.keys(rows).sort()
  const newest = newestOf(keys)
  if (newest === null) return {}
  const first = firstKept(newest)
  return Object.fromEntries(
    keys.filter((key) => key >= first).map((key) => [key, rows[key]]),
  ) as Record<string, T>
}

function newestOf(keys: readonly string[]): string | null {
  return [...keys].sort().at(-1) ?? null
}

/** Whether two foldings say the same; when they last changed is no part of it. */
export function isSameFigures(a: DistributorFigures, b: DistributorFigures): boolean {
  return (
    a.livelyOn === b.livelyOn &&
    isSameSums(a.ever, b.ever) &&
    JSON.stringify(sorted(a.months)) === JSON.stringify(sorted(b.months)) &&
    JSON.stringify(sorted(a.weeks)) === JSON.stringify(sorted(b.weeks))
  )
}

function sorted(rows: Readonly<Record<string, object>>): unknown {
  return Object.entries(rows)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, row]) => [key, Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))])
}
