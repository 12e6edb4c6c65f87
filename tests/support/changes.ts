// Whose customer somebody became, one change after another: those that were replaced, and the newest.
import type { Attribution, AttributionChange } from '@contract/model/distribution'
import { everyChange } from '../../cloudfunctions/domain/attribution/every-change'
import type { Cloud } from '../../emulator/cloud'

/** The oldest first. */
export function changesOf(database: Cloud['database'], memberId: string): AttributionChange[] {
  const replaced = database.find<AttributionChange>('attribution_changes', { memberId })
  const current = database.get<Attribution>('attributions', memberId)
  return everyChange(replaced, current ? [current] : []).sort((a, b) => a.at - b.at)
}
