/** The bones of the home page: banner, categories, two columns. */
import { View } from '@tarojs/components'
import { Bone } from '@/components/skeleton'

export function HomeSkeleton() {
  return (
    <View aria-hidden="true">
      <Bone height={184} />
      <View className="fy-row fy-between fy-mt-16">
        {[1, 2, 3, 4, 5].map((key) => (
          <Bone key={key} width={56} height={56} round />
        ))}
      </View>
      <View className="fy-row fy-between fy-mt-24">
        <Bone width="48%" height={260} />
        <Bone width="48%" height={260} />
      </View>
    </View>
  )
}
