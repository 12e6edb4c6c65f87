// Sums of a distributor: nothing, added, compared. Amounts stay exact integers.
import { addFen, subtractFen, ZERO } from '@contract/money'
import type { DistributorSums } from '@contract/model/aggregate'

export const NO_SUMS: DistributorSums = {
  salesFen: ZERO,
  receivedFen: ZERO,
  refundedFen: ZERO,
  teamSalesFen: ZERO,
  orders: 0,
  newCustomers: 0,
  visitors: 0,
  commissionFen: ZERO,
  settledFen: ZERO,
  newMembers: 0,
  broughtFen: ZERO,
  shares: 0,
}

export const SUM_FIELDS = Object.keys(NO_SUMS) as readonly (keyof DistributorSums)[]

/** The sums alone of whatever carries them. */
export function sumsOf(row: DistributorSums): DistributorSums {
  return fill((field) => row[field])
}

export function addSums(a: DistributorSums, b: DistributorSums): DistributorSums {
  return fill((field) => addFen(a[field], b[field]))
}

export function subtractSums(from: DistributorSums, less: DistributorSums): DistributorSums {
  return fill((field) => subtractFen(from[field], less[field]))
}

export function isSameSums(a: DistributorSums, b: DistributorSums): boolean {
  return SUM_FIELDS.every((field) => a[field] === b[field])
}

function fill(valueOf: (field: keyof DistributorSums) => number): DistributorSums {
  return Object.fromEntries(
    SUM_FIELDS.map((field) => [field, valueOf(field)]),
  ) as unknown as DistributorSums
}
