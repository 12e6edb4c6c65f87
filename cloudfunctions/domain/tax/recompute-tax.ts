// The tax again, from the stored steps alone: what an auditor does with a pencil.
import { fen, type Fen } from '@contract/money'
import type { TaxStep } from '@contract/model/tax'
import { taxableHundredths, taxOn } from './apply-bracket'

/** null when the steps don't hold together: a figure in them doesn't follow from the ones before. */
export function recomputeTax(steps: readonly TaxStep[]): Fen | null {
  const income = find(steps, 'income')
  if (income === undefined || income.totalFen !== income.beforeFen + income.amountFen) return null
  const bracket = find(steps, 'bracket')
  const withheld = find(steps, 'withheld')
  if (bracket === undefined || withheld === undefined) {
    return income.mode === 'none' && steps.length === 1 ? fen(0) : null
  }
  const expenses = find(steps, 'expenses') ?? { flatFen: null, percent: 0 }
  const allowance = find(steps, 'allowance')
  if (allowance && allowance.allowanceFen !== allowance.months * allowance.perMonthFen) return null
  const taxable = taxableHundredths(income.totalFen, expenses, allowance?.allowanceFen ?? 0)
  const dueFen = taxOn(taxable, bracket.ratePercent, bracket.quickDeductionFen)
  if (taxable !== bracket.taxableHundredths || dueFen !== bracket.dueFen) return null
  const taxFen = fen(Math.min(income.amountFen, Math.max(0, dueFen - withheld.beforeFen)))
  return taxFen === withheld.taxFen ? taxFen : null
}

function find<Name extends TaxStep['step']>(steps: readonly TaxStep[], name: Name) {
  return steps.find((one): one is Extract<TaxStep, { step: Name }> => one.step === name)
}
