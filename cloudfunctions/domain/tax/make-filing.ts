// A month's filing: each person's income, what the law takes off, what is due, and what was really withheld.
import { addFen, fen, sumFen, ZERO, type Fen } from '@contract/money'
import type { Withdrawal } from '@contract/model/ledger'
import type { Identity } from '@contract/model/real-name'
import type { TaxMode } from '@contract/model/tax'
import { assert } from '../assert'
import { compareCodePoints } from '../text/compare-code-points'
import { cumulativeDue, labourDue, type CumulativeDue, type LabourDue } from './compute-due'
import { sumYear } from './tax-year'

export type FiledWithdrawal = Pick<
  Withdrawal,
  | 'distributorId'
  | 'memberId'
  | 'name'
  | 'amountFen'
  | 'taxFen'
  | 'taxMonth'
  | 'taxMode'
  | 'payee'
  | 'paidAt'
>

/** What the law makes of an income: amounts in fen, shares rounded half up for showing. */
export interface Reckoning {
  readonly incomeFen: Fen
  readonly expensesFen: Fen
  readonly months: number
  readonly allowanceFen: Fen
  readonly taxableFen: Fen
  readonly ratePercent: number
  readonly quickDeductionFen: Fen
  readonly dueFen: Fen
}

export interface FilingRow {
  readonly distributorId: string
  readonly memberId: string
  readonly name: string
  /** Of the month's last payout. */
  readonly payee: Identity | null
  readonly mode: TaxMode
  /** Of this month alone; for cumulative withholding only its income says something by itself. */
  readonly incomeFen: Fen
  readonly withheldFen: Fen
  /** What the table is applied to: the month's total (labour), the year's so far (cumulative). */
  readonly reckoning: Reckoning
  /** Under this mode in this year, before this month. */
  readonly withheldBeforeFen: Fen
  /** Of this year up to this month, under this mode. */
  readonly yearIncomeFen: Fen
  readonly yearWithheldFen: Fen
}

/**
 * From the paid withdrawals of the year, up to `month`, from which tax was withheld. A return after another payout of
 * the month can leave more withheld than is due: both figures are shown.
 */
export function makeFiling(month: string, paid: readonly FiledWithdrawal[]): FilingRow[] {
  const byPerson = new Map<string, FiledWithdrawal[]>()
  for (const one of paid) {
    assert(one.taxMonth !== null, 'a paid withdrawal was dispatched in a month')
    if (one.taxMode === 'none' || one.taxMonth > month || !isSameYear(one.taxMonth, month)) continue
    byPerson.set(one.distributorId, [...(byPerson.get(one.distributorId) ?? []), one])
  }
  return [...byPerson.values()]
    .flatMap((rows) => fileOne(month, rows) ?? [])
    .sort((a, b) => compareCodePoints(a.distributorId, b.distributorId))
}

function isSameYear(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4)
}

function fileOne(month: string, ofYear: readonly FiledWithdrawal[]): FilingRow | null {
  const ofMonth = ofYear
    .filter((one) => one.taxMonth === month)
    .sort((a, b) => (a.paidAt ?? 0) - (b.paidAt ?? 0))
  const last = ofMonth.at(-1)
  if (last === undefined) return null
  const mode = last.taxMode
  const months = [...new Set(ofYear.map((one) => one.taxMonth ?? ''))].map((each) => {
    const rows = ofYear.filter((one) => one.taxMonth === each && one.taxMode === mode)
    const incomeFen = sumFen(rows, (one) => one.amountFen)
    return { month: each, mode, incomeFen, taxFen: sumFen(rows, (one) => one.taxFen) }
  })
  const year = sumYear({ months }, mode, month)
  const incomeFen = sumFen(ofMonth, (one) => one.amountFen)
  const withheldFen = sumFen(ofMonth, (one) => one.taxFen)
  const reckoning =
    mode === 'platform-cumulative'
      ? reckon(year.incomeFen, cumulativeDue(year.incomeFen, year.from, month))
      : reckon(incomeFen, labourDue(incomeFen, month))
  return {
    distributorId: last.distributorId,
    memberId: last.memberId,
    name: last.name,
    payee: last.payee,
    mode,
    incomeFen,
    withheldFen,
    reckoning,
    withheldBeforeFen: fen(year.taxFen - withheldFen),
    yearIncomeFen: year.incomeFen,
    yearWithheldFen: year.taxFen,
  }
}

function reckon(incomeFen: Fen, due: LabourDue | CumulativeDue): Reckoning {
  const { expenses, bracket } = due
  const allowance = 'allowance' in due ? due.allowance : null
  const flat = expenses.flatFen === null ? null : Math.min(expenses.flatFen, incomeFen)
  const expensesFen = fen(flat ?? roundHundredths(incomeFen * (expenses.percent ?? 0)))
  return {
    incomeFen,
    expensesFen,
    months: allowance?.months ?? 0,
    allowanceFen: allowance?.allowanceFen ?? ZERO,
    taxableFen: fen(roundHundredths(bracket.taxableHundredths)),
    ratePercent: bracket.ratePercent,
    quickDeductionFen: bracket.quickDeductionFen,
    dueFen: bracket.dueFen,
  }
}

function roundHundredths(hundredths: number): number {
  return Math.floor((hundredths + 50) / 100)
}

export interface FilingTotals {
  readonly incomeFen: Fen
  readonly withheldFen: Fen
}

export function totalFiling(rows: readonly FilingRow[]): FilingTotals {
  return {
    incomeFen: addFen(...rows.map((row) => row.incomeFen)),
    withheldFen: addFen(...rows.map((row) => row.withheldFen)),
  }
}
