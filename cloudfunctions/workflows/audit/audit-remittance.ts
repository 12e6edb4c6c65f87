// A month's tax payments of the nightly audit, with their entries, as of one moment.
import type { LedgerEntry } from '@contract/model/ledger'
import type { TaxRemittance } from '@contract/model/tax'
import { checkRemittance } from '../../domain/ledger/check-taxes'
import type { Difference } from '../../domain/ledger/difference'
import type { World } from '../../ports/world'

export function auditRemittance(
  world: World,
  { _id: month }: TaxRemittance,
): Promise<Difference[]> {
  return world.store.transaction(async (tx) => {
    const remittance = await tx.get('tax_remittances', month)
    if (!remittance) return []
    const entries = new Map<string, LedgerEntry>()
    for (const { voucherNo } of remittance.payments) {
      const entry = await tx.get('ledger_entries', `tax:${month}:${voucherNo}`)
      if (entry) entries.set(entry._id, entry)
    }
    return checkRemittance(remittance, entries)
  })
}
