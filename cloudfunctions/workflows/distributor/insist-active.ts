// Whoever was admitted may always read what is theirs; what is the shop's or other people's takes good standing.
import type { Distributor } from '@contract/model/people'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** The caller as a distributor in good standing. Refuses DISTRIBUTOR_NOT_ACTIVE. */
export function insistActive({ caller }: Context): Distributor {
  const { distributor, roles } = caller
  if (!distributor || !roles.has('distributor')) throw refuse('DISTRIBUTOR_NOT_ACTIVE')
  return distributor
}

/** Whoever left no longer looks at the shop's lists; somebody frozen may. Refuses DISTRIBUTOR_NOT_ACTIVE. */
export function insistNotLeft({ caller }: Context): void {
  if (caller.distributor?.status === 'exited') throw refuse('DISTRIBUTOR_NOT_ACTIVE')
}
