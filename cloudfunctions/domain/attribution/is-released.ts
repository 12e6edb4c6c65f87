// 放开: a distributor who left has no customers any more, from the moment of leaving on.
import type { Attribution } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'

/**
 * Whether a binding ended because its distributor left. Nothing is written for it, however many customers there are:
 * the distributor's own record says when they left, and whoever comes back has only whom they bind from then on.
 * `holder` null: not known, nothing ends.
 */
export function isReleased(
  attribution: Pick<Attribution, 'boundAt'>,
  holder: Pick<Distributor, 'status' | 'exit'> | null,
): boolean {
  if (holder === null) return false
  return holder.status === 'exited' || (holder.exit?.at ?? 0) > attribution.boundAt
}
