// What is withheld from one withdrawal, with the steps that a page renders and an auditor recomputes.
import { addFen, fen, type Fen } from '@contract/money'
import type { TaxMode, TaxStep, TaxYear } from '@contract/model/tax'
import { assertNever } from '../assert'
import { cumulativeDue, labourDue } from './compute-due'
import { monthIn, sumYear } from './tax-year'

export interface WithheldTax {
  readonly taxFen: Fen
  readonly steps: readonly TaxStep[]
}

/**
 * For a withdrawal of `amountFen` gross dispatched in `month` (Shanghai, `2026-11`) by a person whose year so far is
 * `year`: the tax due on the total less what was withheld already, never below 0 nor above the amount.
 */
export function withholdTax(withdrawal: {
  readonly mode: TaxMode
  readonly amountFen: Fen
  readonly month: string
  readonly year: Pick<TaxYear, 'months'>
}): WithheldTax {
  const { mode, amountFen, month, year } = withdrawal
  const income = (before: Fen) =>
    ({
      step: 'income',
      mode,
      month,
      beforeFen: before,
      amountFen,
      totalFen: addFen(before, amountFen),
    }) as const
  switch (mode) {
    case 'none':
      return { taxFen: fen(0), steps: [income(monthIn(year, month).incomeFen)] }
    case 'labour': {
      const before = monthIn(year, month)
      const first = income(before.incomeFen)
      const { expenses, bracket } = labourDue(first.totalFen, month)
      const last = withheldStep(amountFen, bracket.dueFen, before.taxFen)
      return { taxFen: last.taxFen, steps: [first, expenses, bracket, last] }
    }
    case 'platform-cumulative': {
      const before = sumYear(year, mode, month)
      const first = income(before.incomeFen)
      const { expenses, allowance, bracket } = cumulativeDue(first.totalFen, before.from, month)
      const last = withheldStep(amountFen, bracket.dueFen, before.taxFen)
      return { taxFen: last.taxFen, steps: [first, expenses, allowance, bracket, last] }
    }
    default:
      return assertNever(mode)
  }
}

function withheldStep(amountFen: Fen, dueFen: Fen, beforeFen: Fen) {
  const taxFen = fen(Math.min(amountFen, Math.max(0, dueFen - beforeFen)))
  return { step: 'withheld', beforeFen, taxFen } as const
}
