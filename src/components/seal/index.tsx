/** A cinnabar seal of one character: 荐 新 赠 特. */
import { Text, View } from '@tarojs/components'

export function Seal({ mark }: { mark: string }) {
  return (
    <View className="fy-seal">
      <Text>{mark.slice(0, 1)}</Text>
    </View>
  )
}
