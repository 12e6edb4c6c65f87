// The months that count for credit, and what running figures hold of them.
import { addFen, ZERO } from '@contract/money'
import { addMonths, startOfMonth } from '@contract/time'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { CreditSums } from '@contract/model/credit'
import { CREDIT_MONTHS } from './deductions.data'

export const NO_CREDIT_SUMS: CreditSums = { salesFen: ZERO, refundedFen: ZERO }

/** The first moment of the months that count, ms. */
export function creditSince(month: string): number {
  return startOfMonth(addMonths(month, 1 - CREDIT_MONTHS))
}

/** Sales and refunds of these months; whoever has no figures never sold anything. */
export function sumMonths(figures: DistributorFigures | null, month: string): CreditSums {
  let sums = NO_CREDIT_SUMS
  for (let back = 0; back < CREDIT_MONTHS; back += 1) {
    const own = figures?.months[addMonths(month, -back)]
    if (own) sums = addCreditSums(sums, own)
  }
  return sums
}

export function addCreditSums(a: CreditSums, b: CreditSums): CreditSums {
  return {
    salesFen: addFen(a.salesFen, b.salesFen),
    refundedFen: addFen(a.refundedFen, b.refundedFen),
  }
}
