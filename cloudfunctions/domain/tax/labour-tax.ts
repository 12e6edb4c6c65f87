// Tax withheld on commissions of individuals: labour pay, a month's total at a time, half up to the fen.
import { fen, subtractFen, ZERO, type Fen } from '@contract/money'
import type { TaxMonth } from '@contract/model/ledger'
import type { TaxMode } from '@contract/model/shop'
import { assert, assertNever } from '../assert'
import { LABOUR_TABLES } from './rates.data'

/**
 * The tax on one person's labour pay of one month (fen), by the table in force on a Shanghai date: up to ¥800 nil,
 * up to ¥4,000 less ¥800, above less 20 %; then the brackets of `rates.data.ts`.
 */
export function labourTaxOf(monthIncomeFen: Fen, on: string): Fen {
  assert(monthIncomeFen >= 0, 'income below zero')
  const table = LABOUR_TABLES.find((candidate) => candidate.from <= on)
  assert(table !== undefined, `no labour tax table for ${on}`)
  if (monthIncomeFen <= table.deductionFen) return ZERO
  // In hundredths of a fen, so that a share of the income stays an integer.
  const taxable =
    monthIncomeFen <= table.flatUpToFen
      ? (monthIncomeFen - table.deductionFen) * 100
      : monthIncomeFen * (100 - table.deductionPercent)
  const bracket = table.brackets.find(({ upToFen }) => upToFen === null || taxable <= upToFen * 100)
  assert(bracket !== undefined, 'the last bracket has no limit')
  // In ten-thousandths of a fen; half up.
  const tax = BigInt(taxable) * BigInt(bracket.ratePercent)
  const due = tax - BigInt(bracket.quickDeductionFen) * 10_000n
  return fen(Number((due + 5_000n) / 10_000n))
}

/**
 * What is withheld from a withdrawal dispatched on `on`: the tax on the month's total (this withdrawal included)
 * less what was withheld in that month already, never below 0 nor above the amount. Mode none: 0.
 */
export function withholdTax(withdrawal: {
  readonly mode: TaxMode
  readonly amountFen: Fen
  readonly month: Pick<TaxMonth, 'incomeFen' | 'taxFen'>
  readonly on: string
}): Fen {
  const { mode, amountFen, month, on } = withdrawal
  switch (mode) {
    case 'none':
      return ZERO
    case 'labour': {
      const dueFen = labourTaxOf(fen(month.incomeFen + amountFen), on)
      return fen(Math.min(amountFen, Math.max(0, subtractFen(dueFen, month.taxFen))))
    }
    default:
      return assertNever(mode)
  }
}
