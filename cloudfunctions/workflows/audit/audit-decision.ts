// A bonus or written-off debt of the nightly audit, with its entry, as of one moment.
import type { MoneyDecision } from '@contract/model/books'
import { checkDecision, decisionKey } from '../../domain/ledger/check-decisions'
import type { Difference } from '../../domain/ledger/difference'
import type { World } from '../../ports/world'

export function auditDecision(world: World, { _id }: MoneyDecision): Promise<Difference[]> {
  return world.store.transaction(async (tx) => {
    const decision = await tx.get('money_decisions', _id)
    if (!decision) return []
    const entry = await tx.get('ledger_entries', decisionKey(decision))
    return checkDecision(decision, new Map(entry ? [[entry._id, entry]] : []))
  })
}
