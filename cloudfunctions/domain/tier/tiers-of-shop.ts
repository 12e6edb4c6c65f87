// The tiers in force in a shop; until its owner sets some: four names, given by hand, never taken away.
import { TIER_KEYS, TIER_NAMES, type Shop } from '@contract/model/shop'
import type { TierVersion } from '@contract/model/tier'

const UNSET: TierVersion = {
  _id: 'tiers:0',
  version: 0,
  publishedAt: 0,
  publishedBy: '',
  tiers: TIER_KEYS.map((key) => ({ key, name: TIER_NAMES[key], need: 'all', conditions: [] })),
  keep: { check: 'never', graceMonths: 1, demoteTo: 'one-step' },
}

export function termsOf(shop: Pick<Shop, 'tiers'> | null): TierVersion {
  return shop?.tiers ?? UNSET
}
