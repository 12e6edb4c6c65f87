/** A distributor's tier as a name plate with a sprout: 新芽, 银毫, 金毫, 玉露. */
import { Text, View } from '@tarojs/components'
import { TIER_KEYS, TIER_NAMES } from '@contract/model/shop'
import type { TierKey } from '@contract/model/shop'
import { Icon } from '../icon'

export function TierBadge({ tier }: { tier: TierKey }) {
  return (
    <View className={`fy-tier fy-tier-${TIER_KEYS.indexOf(tier) + 1}`}>
      <Icon name="sprout" size={13} />
      <Text className="fy-tier-name">{TIER_NAMES[tier]}</Text>
    </View>
  )
}
