// Carries out what was judged of one member: judged once more on what is stored now, then written in one transaction.
import type { DistributorFigures } from '@contract/model/aggregate'
import type { Distributor } from '@contract/model/people'
import type { TierVersion } from '@contract/model/tier'
import type { TierVerdict } from '../../domain/tier/judge-tier'
import type { World } from '../../ports/world'
import { changeTier } from './change-tier'

export interface TierCase {
  readonly distributorId: string
  readonly figures: DistributorFigures | null
  readonly terms: TierVersion
  readonly month: string
  /** Whoever holds the tier by hand or has moved on meanwhile is judged anew by it. */
  readonly judge: (distributor: Distributor) => TierVerdict | null
}

/** Whether something changed. */
export function applyVerdict(world: World, tierCase: TierCase): Promise<boolean> {
  const { distributorId, terms, month, judge } = tierCase
  return world.store.transaction(async (tx) => {
    const distributor = await tx.get('distributors', distributorId)
    const verdict = distributor && judge(distributor)
    if (!verdict) return false
    const { to, cause, need, figures, keeping } = verdict
    const told = { version: terms.version, month, need, figures, reason: null, heldUntilOn: null }
    const change = cause === null ? null : { cause, ...told }
    // Only a hold that is over gets this far.
    await changeTier(tx, distributor, world.now, { to, hold: null, keeping, change })
    return true
  })
}
