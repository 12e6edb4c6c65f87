// Whoever was admitted may always read what is theirs; what is the shop's or other people's takes good standing.
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** Refuses DISTRIBUTOR_NOT_ACTIVE. */
export function insistActive({ caller }: Context): void {
  if (!caller.roles.has('distributor')) throw refuse('DISTRIBUTOR_NOT_ACTIVE')
}

/** Whoever left no longer looks at the shop's lists; somebody frozen may. Refuses DISTRIBUTOR_NOT_ACTIVE. */
export function insistNotLeft({ caller }: Context): void {
  if (caller.distributor?.status === 'exited') throw refuse('DISTRIBUTOR_NOT_ACTIVE')
}
