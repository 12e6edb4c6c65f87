// Withdrawals of the nightly audit, with their entries.
import type { LedgerEntry, Withdrawal } from '@contract/model/ledger'
import { checkWithdrawal, withdrawalKeys } from '../../domain/ledger/check-withdrawals'
import type { Difference } from '../../domain/ledger/difference'
import type { World } from '../../ports/world'

export async function auditWithdrawals(
  world: World,
  withdrawals: readonly Withdrawal[],
): Promise<Difference[]> {
  const keys = withdrawals.flatMap((withdrawal) => withdrawalKeys(withdrawal._id))
  const entries = byId(await world.store.getMany('ledger_entries', keys))
  for (const withdrawal of withdrawals) {
    if (checkWithdrawal(withdrawal, entries).length === 0) continue
    const found = await checkAtOnce(world, withdrawal._id)
    if (found.length > 0) return found
  }
  return []
}

/** It may have moved between the reads: only what a snapshot says too is wrong. */
function checkAtOnce(world: World, withdrawalId: string): Promise<Difference[]> {
  return world.store.transaction(async (tx) => {
    const withdrawal = await tx.get('withdrawals', withdrawalId)
    if (!withdrawal) return []
    const entries: LedgerEntry[] = []
    for (const key of withdrawalKeys(withdrawalId)) {
      const entry = await tx.get('ledger_entries', key)
      if (entry) entries.push(entry)
    }
    return checkWithdrawal(withdrawal, byId(entries))
  })
}

function byId(entries: readonly LedgerEntry[]): ReadonlyMap<string, LedgerEntry> {
  return new Map(entries.map((entry) => [entry._id, entry]))
}
