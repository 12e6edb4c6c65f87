/** The tiers as a road: those reached filled, the one somebody stands on ringed, the rest locked. */
import { Text, View } from '@tarojs/components'
import type { TierKey } from '@contract/model/shop'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { useTierName } from '@/components/tier'

interface TierPathProps {
  /** From the lowest up. */
  tiers: readonly TierKey[]
  own: TierKey
}

export function TierPath({ tiers, own }: TierPathProps) {
  const nameOf = useTierName()
  const at = tiers.indexOf(own)
  return (
    <View
      className="tier-path"
      {...aria(`${tiers.map(nameOf).join('、')}，你在${nameOf(own)}`, 'img')}
    >
      {tiers.map((tier, index) => (
        <View
          key={tier}
          className={classNames(
            'tier-stop',
            index <= at && 'tier-stop-reached',
            index === at && 'tier-stop-own',
          )}
        >
          <View className="tier-dot">
            <Icon name={index <= at ? 'sprout' : 'lock'} size={16} />
          </View>
          <Text className="tier-stop-name">{nameOf(tier)}</Text>
        </View>
      ))}
    </View>
  )
}
