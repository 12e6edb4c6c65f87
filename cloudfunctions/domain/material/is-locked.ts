// 等级素材: what is kept for a tier and those above it. A headcount may unlock it: it is no pay.
import type { Material } from '@contract/model/material'
import type { TierKey } from '@contract/model/shop'
import { rankOf } from '../tier/reach-tier'

/** Whether a material is for higher tiers than this one. */
export function isLocked({ minTier }: Pick<Material, 'minTier'>, tier: TierKey): boolean {
  return minTier != null && rankOf(tier) < rankOf(minTier)
}
