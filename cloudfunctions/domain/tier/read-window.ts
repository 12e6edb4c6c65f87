// What somebody has of a measure in a window, from their running figures alone.
import { addMonths } from '@contract/time'
import type { DistributorFigures, DistributorSums } from '@contract/model/aggregate'
import type { OfferedMeasure, TierMeasure, TierWindow } from '@contract/model/tier'

type Figures = Pick<DistributorFigures, 'ever' | 'months'>

const FIELD_OF: Readonly<Record<OfferedMeasure, keyof DistributorSums>> = {
  'own-sales': 'salesFen',
  'team-sales': 'teamSalesFen',
  'paid-orders': 'orders',
  'direct-members': 'newMembers',
}

const MONTHS_OF = {
  'this-month': [0, 1],
  'last-month': [1, 1],
  'last-3-months': [0, 3],
  'last-6-months': [0, 6],
  'last-12-months': [0, 12],
} as const satisfies Readonly<
  Record<Exclude<TierWindow, 'ever'>, readonly [back: number, count: number]>
>

/** As of a month, the last of the window unless it is `last-month`. What the shop doesn't measure yet is 0. */
export function readWindow(
  figures: Figures | null,
  measure: TierMeasure,
  window: TierWindow,
  month: string,
): number {
  const field = (FIELD_OF as Partial<Record<TierMeasure, keyof DistributorSums>>)[measure]
  if (figures === null || field === undefined) return 0
  if (window === 'ever') return figures.ever[field]
  const [back, count] = MONTHS_OF[window]
  let sum = 0
  for (let n = 0; n < count; n += 1) {
    sum += figures.months[addMonths(month, -back - n)]?.[field] ?? 0
  }
  return sum
}
