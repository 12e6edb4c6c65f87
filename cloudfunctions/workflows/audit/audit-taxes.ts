// One person's withheld taxes of the nightly audit: what their years say is what was withheld from their withdrawals.
import type { TaxYear } from '@contract/model/tax'
import { checkTaxYear } from '../../domain/ledger/check-taxes'
import type { Difference } from '../../domain/ledger/difference'
import type { World } from '../../ports/world'
import { readAll } from '../read-all'

/** A snapshot reads no more; nobody is paid that often in a month. */
const SNAPSHOT_ROWS = 100

/** A dispatch writes year and withdrawal together, so each month is looked at in a snapshot. */
export async function auditTaxes(world: World, distributorId: string): Promise<Difference[]> {
  const found: Difference[] = []
  for (const { _id, months } of await readAll(world, 'tax_years', { distributorId })) {
    for (const { month } of months) found.push(...(await checkMonth(world, _id, month)))
  }
  return found
}

function checkMonth(world: World, yearId: string, taxMonth: string): Promise<Difference[]> {
  return world.store.transaction(async (tx) => {
    const year: TaxYear | null = await tx.get('tax_years', yearId)
    if (!year) return []
    const { distributorId } = year
    const withdrawals = await tx.find('withdrawals', { distributorId, taxMonth })
    if (withdrawals.length >= SNAPSHOT_ROWS) return []
    const months = year.months.filter(({ month }) => month === taxMonth)
    return checkTaxYear({ ...year, months }, withdrawals)
  })
}
