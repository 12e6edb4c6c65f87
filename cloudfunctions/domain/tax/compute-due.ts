// What is due on an income by the table of a mode: labour pay on a month's total, cumulative on the year so far.
import { fen, type Fen } from '@contract/money'
import type { TaxStep } from '@contract/model/tax'
import { assert } from '../assert'
import { applyBracket, taxableHundredths, type BracketStep } from './apply-bracket'
import { CUMULATIVE_TABLES, LABOUR_TABLES } from './rates.data'

export type ExpensesStep = Extract<TaxStep, { step: 'expenses' }>
export type AllowanceStep = Extract<TaxStep, { step: 'allowance' }>

export interface LabourDue {
  readonly expenses: ExpensesStep
  readonly bracket: BracketStep
}
export interface CumulativeDue extends LabourDue {
  readonly allowance: AllowanceStep
}

function tableFor<Table extends { readonly from: string }>(
  tables: readonly Table[],
  month: string,
): Table {
  const table = tables.find(({ from }) => from <= `${month}-01`)
  assert(table !== undefined, `no tax table for ${month}`)
  return table
}

/**
 * Labour pay of one Shanghai month (fen), by the table in force on its first day: up to ¥800 nil, up to ¥4,000 less
 * ¥800, above less 20 %; then 20, 30 or 40 % with quick deductions.
 */
export function labourDue(monthIncomeFen: Fen, month: string): LabourDue {
  assert(monthIncomeFen >= 0, 'income below zero')
  const table = tableFor(LABOUR_TABLES, month)
  const isFlat = monthIncomeFen <= table.flatUpToFen
  const expenses: ExpensesStep = isFlat
    ? { step: 'expenses', flatFen: fen(table.deductionFen), percent: null }
    : { step: 'expenses', flatFen: null, percent: table.deductionPercent }
  const taxable = taxableHundredths(monthIncomeFen, expenses, 0)
  return { expenses, bracket: applyBracket(table.brackets, taxable) }
}

/**
 * Cumulative withholding: the year's income under this mode (fen) less 20 %, less ¥5,000 for each month counted, by
 * the table of comprehensive income. `from` is the first month that counts, `month` the one reckoned in.
 */
export function cumulativeDue(yearIncomeFen: Fen, from: string, month: string): CumulativeDue {
  assert(yearIncomeFen >= 0, 'income below zero')
  const table = tableFor(CUMULATIVE_TABLES, month)
  const months = monthsBetween(from, month)
  const allowanceFen = fen(table.allowanceFen * months)
  const expenses: ExpensesStep = {
    step: 'expenses',
    flatFen: null,
    percent: table.expensesPercent,
  }
  const perMonthFen = fen(table.allowanceFen)
  const taxable = taxableHundredths(yearIncomeFen, expenses, allowanceFen)
  return {
    expenses,
    allowance: { step: 'allowance', from, months, perMonthFen, allowanceFen },
    bracket: applyBracket(table.brackets, taxable),
  }
}

/** Both ends included; of one year. */
function monthsBetween(from: string, to: string): number {
  const months = Number(to.slice(5)) - Number(from.slice(5)) + 1
  assert(from.slice(0, 4) === to.slice(0, 4) && months >= 1, `${from} to ${to} is not of one year`)
  return months
}
