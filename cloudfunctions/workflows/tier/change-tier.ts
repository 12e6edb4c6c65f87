// Writes what happens to a tier, in the caller's transaction: the standing that pays from now on, and the history.
import type { TierKey } from '@contract/model/shop'
import type { Distributor } from '@contract/model/people'
import type { TierChange, TierHold, TierKeeping } from '@contract/model/tier'
import type { Transaction } from '../../ports/store'

export interface TierMove {
  readonly to: TierKey
  /** What the owner holds from now on; null = figures decide. */
  readonly hold: TierHold | null
  readonly keeping: TierKeeping | null
  /** The line of history; null when only what is remembered changes. */
  readonly change: Omit<TierChange, '_id' | 'distributorId' | 'at' | 'from' | 'to'> | null
}

/**
 * The id of a change comes from who, when and what, so that writing it again writes the same. What moves somebody is
 * news to them until they close it; of several the newest.
 */
export async function changeTier(
  tx: Transaction,
  distributor: Distributor,
  now: number,
  { to, hold, keeping, change }: TierMove,
): Promise<void> {
  const { _id, tier: from, status } = distributor
  const standings = [...distributor.standings, { at: now, status, tier: to }]
  const id = change && `${_id}:${now}:${change.cause}:${to}`
  await tx.update('distributors', _id, {
    set: {
      ...(to === from ? {} : { tier: to, standings }),
      ...(to === from || id === null ? {} : { tierNews: id }),
      ...(hold === null ? {} : { tierHold: hold }),
      ...(keeping === null ? {} : { tierKeeping: keeping }),
    },
    unset: [...(hold === null ? ['tierHold'] : []), ...(keeping === null ? ['tierKeeping'] : [])],
  })
  if (change === null || id === null) return
  await tx.put('tier_changes', { _id: id, distributorId: _id, at: now, from, to, ...change })
}
