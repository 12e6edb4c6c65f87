// Whether what was set aside is the caller's own affair: their purchase, or their money.
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import type { Context } from '../../ports/world'

export function isOwnHeld(
  { caller }: Context,
  { buyerId }: { readonly buyerId: string },
  distributorIds: readonly string[],
): boolean {
  const own = distributorIdOf(caller.memberId)
  return buyerId === caller.memberId || distributorIds.includes(own)
}
