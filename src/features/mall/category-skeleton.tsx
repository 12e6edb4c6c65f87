/** The bones of the category page: search, the rail on the left, a shelf of rows. */
import { View } from '@tarojs/components'
import { Bone, SkeletonRows } from '@/components/skeleton'

export function CategorySkeleton() {
  return (
    <View aria-hidden="true">
      <Bone height={44} />
      <View className="fy-row fy-row-top fy-mt-16">
        <View>
          {[1, 2, 3, 4, 5].map((key) => (
            <Bone key={key} width={64} height={20} top={key === 1 ? 8 : 32} />
          ))}
        </View>
        <View className="fy-grow fy-ml-12">
          <SkeletonRows rows={5} />
        </View>
      </View>
    </View>
  )
}
