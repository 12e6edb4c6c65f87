/** What to look at twice before agreeing: each flag with what was seen. */
import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import type { Payout } from './payout-words'

export function PayoutFlags({ flags }: { flags: Payout['flags'] }) {
  if (flags.length === 0) return null
  return (
    <View className="payout-flags">
      {flags.map(({ code, title, text }) => (
        <View key={code} className="payout-flag">
          <Icon name="flag" size={14} className="payout-flag-icon" />
          <View className="fy-grow">
            <Text className="fy-strong">{title}</Text>
            <View className="fy-t-cap fy-ink-2">
              <Text>{text}</Text>
            </View>
          </View>
        </View>
      ))}
    </View>
  )
}
