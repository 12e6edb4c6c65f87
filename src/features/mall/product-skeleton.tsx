/** The bones of a product's page: picture, price, title. */
import { View } from '@tarojs/components'
import { Bone } from '@/components/skeleton'

export function ProductSkeleton() {
  return (
    <View aria-hidden="true">
      <Bone height={320} />
      <Bone width={140} height={32} top={20} />
      <Bone width="80%" height={24} top={12} />
      <Bone width="60%" height={16} top={12} />
      <Bone height={56} top={24} />
    </View>
  )
}
