/** The bones of a page that begins with a picture from edge to edge: picture, price, title. */
import { View } from '@tarojs/components'
import { Bone } from '@/components/skeleton'

/** `isWide`: a cover, half as high as it is wide; otherwise a product's square. */
export function ProductSkeleton({ isWide = false }: { isWide?: boolean }) {
  return (
    <View aria-hidden="true">
      <View className="fy-skeleton-bleed">
        <Bone height={isWide ? 211 : 267} />
      </View>
      <Bone width={140} height={32} top={20} />
      <Bone width="80%" height={24} top={12} />
      <Bone width="60%" height={16} top={12} />
      <Bone height={56} top={24} />
    </View>
  )
}
