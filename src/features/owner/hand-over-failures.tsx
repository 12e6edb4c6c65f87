/** Who could not be handed over, each with why. */
import { View } from '@tarojs/components'
import { Notice } from '@/components/notice'
import type { useHandOver } from './use-hand-over'

export function HandOverFailures({ handing }: { handing: ReturnType<typeof useHandOver> }) {
  const { refused } = handing
  if (refused.length === 0) return null
  return (
    <View className="desk-error">
      <Notice kind="bad">
        <View className="fy-strong">{`${refused.length} 个人没有移交`}</View>
        {refused.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </Notice>
    </View>
  )
}
