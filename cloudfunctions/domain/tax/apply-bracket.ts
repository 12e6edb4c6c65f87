// The one place where tax is rounded: a rate and its quick deduction on a taxable income.
import { fen, type Fen } from '@contract/money'
import type { TaxStep } from '@contract/model/tax'
import { assert } from '../assert'
import type { TaxBracket } from './rates.data'

export type BracketStep = Extract<TaxStep, { step: 'bracket' }>

/** Income in fen times 100 less costs, never below 0: a share in whole percents stays an integer. */
export function taxableHundredths(
  incomeFen: number,
  costs: { readonly flatFen: number | null; readonly percent: number | null },
  allowanceFen: number,
): number {
  const costsHundredths =
    costs.flatFen === null ? incomeFen * (costs.percent ?? 0) : costs.flatFen * 100
  return Math.max(0, incomeFen * 100 - costsHundredths - allowanceFen * 100)
}

/** Rate % of the taxable income less the quick deduction, half up to the fen, never below 0. */
export function taxOn(taxable: number, ratePercent: number, quickDeductionFen: number): Fen {
  // In ten-thousandths of a fen.
  const exact = BigInt(taxable) * BigInt(ratePercent) - BigInt(quickDeductionFen) * 10_000n
  return exact <= 0n ? fen(0) : fen(Number((exact + 5_000n) / 10_000n))
}

/** Finds the bracket of a taxable income and applies it. */
export function applyBracket(brackets: readonly TaxBracket[], taxable: number): BracketStep {
  const bracket = brackets.find(({ upToFen }) => upToFen === null || taxable <= upToFen * 100)
  assert(bracket !== undefined, 'the last bracket has no limit')
  const { ratePercent, quickDeductionFen } = bracket
  return {
    step: 'bracket',
    taxableHundredths: taxable,
    ratePercent,
    quickDeductionFen: fen(quickDeductionFen),
    dueFen: taxOn(taxable, ratePercent, quickDeductionFen),
  }
}
