/** For whom distributing is and what it brings, in the owner's words. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import type { Recruitment } from './form-draft'

export function RecruitWords({ headline, forWhom, offer }: Recruitment) {
  return (
    <Card>
      <Text className="fy-t-title fy-serif">{headline}</Text>
      <View className="fy-t-cap fy-ink-3 fy-mt-12">适合谁</View>
      <View className="recruit-words">{forWhom}</View>
      <View className="fy-t-cap fy-ink-3 fy-mt-12">能得到什么</View>
      <View className="recruit-words">{offer}</View>
    </Card>
  )
}
