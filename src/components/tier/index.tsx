/** A distributor's tier as a name plate with a sprout: 新芽, 银毫, 金毫, 玉露, or what the owner calls them. */
import { Text, View } from '@tarojs/components'
import { useSession } from '@/state/session'
import { TIER_KEYS, TIER_NAMES } from '@contract/model/shop'
import type { TierKey } from '@contract/model/shop'
import { Icon } from '../icon'

/** What the shop calls its tiers. */
export function useTierName(): (tier: TierKey) => string {
  const names = useSession((state) => state.session?.tierNames)
  return (tier) => names?.[TIER_KEYS.indexOf(tier)] ?? TIER_NAMES[tier]
}

export function TierBadge({ tier }: { tier: TierKey }) {
  const nameOf = useTierName()
  return (
    <View className={`fy-tier fy-tier-${TIER_KEYS.indexOf(tier) + 1}`}>
      <Icon name="sprout" size={13} />
      <Text className="fy-tier-name">{nameOf(tier)}</Text>
    </View>
  )
}
