// What one distributor was paid and taxed in the year of a moment: the base of the tax on the next withdrawal.
import type { TaxYear } from '@contract/model/tax'
import { monthOf } from '@contract/time'
import { emptyTaxYear, taxYearId } from '../../domain/tax/tax-year'
import type { Store, Transaction } from '../../ports/store'

/** Without months for a year in which nothing was dispatched yet. */
export async function readTaxYear(
  from: Pick<Store | Transaction, 'get'>,
  distributorId: string,
  at: number,
): Promise<TaxYear> {
  const month = monthOf(at)
  const stored = await from.get('tax_years', taxYearId(distributorId, month))
  return stored ?? emptyTaxYear(distributorId, month)
}
