// What is kept for higher tiers can't be used or kept at hand by whoever is below them.
import type { Material } from '@contract/model/material'
import { assert } from '../../domain/assert'
import { isLocked } from '../../domain/material/is-locked'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** Refuses MATERIAL_LOCKED. */
export function insistUnlocked({ caller }: Context, material: Material): void {
  assert(caller.distributor !== null, 'the endpoint reads the distributor')
  if (isLocked(material, caller.distributor.tier)) throw refuse('MATERIAL_LOCKED')
}
