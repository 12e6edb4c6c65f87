// Very many distributors with running figures, for work on everybody: made up, but shaped like the real ones.
import { addDays, addMonths, startOfDate, weekOf } from '@contract/time'
import type { DistributorFigures, StoredFigures } from '@contract/model/aggregate'
import type { Distributor } from '@contract/model/people'
import { packFigures } from '../../cloudfunctions/domain/aggregate/pack-figures'
import { NO_SUMS } from '../../cloudfunctions/domain/aggregate/sums'

export const memberIdOf = (n: number) => `dst_${String(n).padStart(6, '0')}`

export function memberOf(n: number, changes: Partial<Distributor> = {}): Distributor {
  const at = startOfDate('2026-01-01')
  return {
    _id: memberIdOf(n),
    memberId: `mbr_${n}`,
    name: `林晓${String.fromCodePoint(0x4e00 + n)}`,
    status: 'active',
    tier: 'sprout',
    standings: [{ at, status: 'active', tier: 'sprout' }],
    inviterId: null,
    uplineIds: [],
    appliedAt: at,
    admittedAt: at,
    rejectReason: null,
    ...changes,
  } as unknown as Distributor
}

/** The same in each of thirteen months and five weeks, and thirteen times as much in all. */
export function figuresOf(
  n: number,
  own: { readonly salesFen: number; readonly commissionFen: number; readonly newCustomers: number },
  on: string,
): StoredFigures {
  const month = on.slice(0, 7)
  const sums = { ...NO_SUMS, ...own, orders: 3, visitors: 40 }
  const ever = { ...sums, salesFen: own.salesFen * 13 }
  const months = Array.from({ length: 13 }, (_, back) => [addMonths(month, -back), sums])
  const weeks = Array.from({ length: 5 }, (_, back) => [addDays(weekOf(on), -7 * back), own])
  return packFigures({
    _id: memberIdOf(n),
    ever,
    months: Object.fromEntries(months) as never,
    weeks: Object.fromEntries(weeks) as never,
    changedAt: startOfDate(on),
  } as unknown as DistributorFigures)
}
