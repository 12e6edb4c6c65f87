// The lists there are at a date, and what counts for each: weeks from Monday, Shanghai months, and all time.
import { addDays, addMonths, weekOf } from '@contract/time'
import type { DistributorFigures, WeekSums } from '@contract/model/aggregate'
import {
  RANK_MEASURES,
  RANK_PERIODS,
  type RankMeasure,
  type RankPeriod,
} from '@contract/model/rank'

const FIELD_OF = {
  sales: 'salesFen',
  commission: 'commissionFen',
  'new-customers': 'newCustomers',
} as const satisfies Readonly<Record<RankMeasure, keyof WeekSums>>

interface RankKind {
  readonly id: string
  readonly period: RankPeriod
  readonly measure: RankMeasure
}

export function rankIdOf(period: RankPeriod, measure: RankMeasure, on: string): string {
  return period === 'total' ? `total:${measure}` : `${spanOf(period, on)}:${measure}`
}

/** Every list that may still change: the running week and month, those before, and all time. */
export function rankKinds(on: string): RankKind[] {
  return RANK_PERIODS.flatMap((period) =>
    RANK_MEASURES.map((measure) => ({ id: rankIdOf(period, measure, on), period, measure })),
  )
}

/** What somebody has for a list. */
export function rankValue(
  figures: DistributorFigures | null,
  period: RankPeriod,
  measure: RankMeasure,
  on: string,
): number {
  if (figures === null) return 0
  const field = FIELD_OF[measure]
  if (period === 'total') return figures.ever[field]
  const key = spanOf(period, on).slice(spanOf(period, on).indexOf(':') + 1)
  const sums = period.endsWith('week') ? figures.weeks[key] : figures.months[key]
  return sums?.[field] ?? 0
}

/** `week:2026-11-16` or `month:2026-11`. */
function spanOf(period: Exclude<RankPeriod, 'total'>, on: string): string {
  switch (period) {
    case 'week':
      return `week:${weekOf(on)}`
    case 'last-week':
      return `week:${addDays(weekOf(on), -7)}`
    case 'month':
      return `month:${on.slice(0, 7)}`
    case 'last-month':
      return `month:${addMonths(on.slice(0, 7), -1)}`
  }
}
