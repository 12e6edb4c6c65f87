// One person's year: what was paid and withheld month by month, changed only by a dispatch or a return.
import { addFen, fen, subtractFen, sumFen, ZERO, type Fen } from '@contract/money'
import type { TaxMode, TaxMonth, TaxYear } from '@contract/model/tax'
import { assert } from '../assert'
import { compareCodePoints } from '../text/compare-code-points'

/** `{distributorId}:{year}` of a month. */
export function taxYearId(distributorId: string, month: string): string {
  return `${distributorId}:${month.slice(0, 4)}`
}

/** A year in which nothing was paid yet. */
export function emptyTaxYear(distributorId: string, month: string): TaxYear {
  const year = month.slice(0, 4)
  return { _id: taxYearId(distributorId, month), distributorId, year, months: [] }
}

/** A month of it; zeros when nothing was paid. */
export function monthIn(year: Pick<TaxYear, 'months'>, month: string): Omit<TaxMonth, 'mode'> {
  return year.months.find((one) => one.month === month) ?? { month, incomeFen: ZERO, taxFen: ZERO }
}

/** What was paid and withheld under a mode from the year's first month up to one, and the first that counts. */
export function sumYear(
  year: Pick<TaxYear, 'months'>,
  mode: TaxMode,
  month: string,
): { readonly incomeFen: Fen; readonly taxFen: Fen; readonly from: string } {
  const counted = year.months.filter((one) => one.mode === mode && one.month <= month)
  const paid = counted.filter((one) => one.incomeFen > 0).map((one) => one.month)
  return {
    incomeFen: sumFen(counted, (one) => one.incomeFen),
    taxFen: sumFen(counted, (one) => one.taxFen),
    from: [...paid, month].sort(compareCodePoints)[0] ?? month,
  }
}

interface Paid {
  readonly amountFen: Fen
  readonly taxFen: Fen
  readonly taxMonth: string | null
  readonly taxMode: TaxMode
}

/** The year with a withdrawal dispatched in its tax month. */
export function addToYear(year: TaxYear, paid: Paid): TaxYear {
  return changeMonth(year, paid, 1)
}

/** The year with a returned withdrawal taken out of the month in which it was dispatched. */
export function takeFromYear(year: TaxYear, paid: Paid): TaxYear {
  return changeMonth(year, paid, -1)
}

function changeMonth(year: TaxYear, paid: Paid, sign: 1 | -1): TaxYear {
  const { taxMonth, taxMode } = paid
  assert(taxMonth?.startsWith(year.year) === true, `${taxMonth} is not in ${year._id}`)
  const before = monthIn(year, taxMonth)
  const after: TaxMonth = {
    month: taxMonth,
    mode: taxMode,
    incomeFen: addFen(before.incomeFen, fen(sign * paid.amountFen)),
    taxFen:
      sign === 1 ? addFen(before.taxFen, paid.taxFen) : subtractFen(before.taxFen, paid.taxFen),
  }
  assert(after.incomeFen >= 0 && after.taxFen >= 0, `${year._id} ${taxMonth} is below zero`)
  const others = year.months.filter((one) => one.month !== taxMonth)
  const months = [...others, after].sort((a, b) => compareCodePoints(a.month, b.month))
  return { ...year, months }
}
