// What one distributor was paid and taxed in one Shanghai month: the base of the tax on the next withdrawal.
import type { TaxMonth } from '@contract/model/ledger'
import { ZERO } from '@contract/money'
import { monthOf } from '@contract/time'
import type { Store, Transaction } from '../../ports/store'

/** Zeros for a month in which nothing was dispatched yet. */
export async function readTaxMonth(
  from: Pick<Store | Transaction, 'get'>,
  distributorId: string,
  at: number,
): Promise<TaxMonth> {
  const month = monthOf(at)
  const _id = `${distributorId}:${month}`
  const stored = await from.get('tax_months', _id)
  return stored ?? { _id, distributorId, month, incomeFen: ZERO, taxFen: ZERO }
}
