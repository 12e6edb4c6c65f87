// 业绩曲线: one distributor's daily figures, the days without anything as zeros: two reads.
import type { Api } from '@contract/api'
import { sumFen, ZERO } from '@contract/money'
import { addDays, dateOf } from '@contract/time'
import { dayIdOf } from '../../domain/aggregate/sum-day'
import type { Context } from '../../ports/world'

const DAYS = { '7d': 7, '30d': 30 } as const

export async function getPersonDays(
  { store, now }: Context,
  { distributorId, range }: Api['owner.getPersonDays']['parsed'],
): Promise<Api['owner.getPersonDays']['output']> {
  const count = DAYS[range]
  const dates = Array.from({ length: count }, (_, index) => {
    return addDays(dateOf(now), index - count + 1)
  })
  const [stored, cursor] = await Promise.all([
    store.getMany(
      'distributor_days',
      dates.map((on) => dayIdOf(distributorId, on)),
    ),
    store.get('aggregate_cursors', 'aggregates'),
  ])
  const known = new Map(stored.map((day) => [day.on, day]))
  const days = dates.map((on) => {
    const day = known.get(on)
    return { on, salesFen: day?.salesFen ?? ZERO, commissionFen: day?.commissionFen ?? ZERO }
  })
  return {
    days,
    salesFen: sumFen(days, (day) => day.salesFen),
    commissionFen: sumFen(days, (day) => day.commissionFen),
    asOf: cursor?.asOf ?? now,
  }
}
