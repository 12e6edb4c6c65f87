/** 分销中心 while it loads: person, amount, three parts, today. */
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Bone } from '@/components/skeleton'

export function CentreSkeleton() {
  return (
    <View aria-hidden="true">
      <Card>
        <View className="fy-row">
          <Bone width={48} height={48} round />
          <View className="fy-grow fy-ml-12">
            <Bone width="40%" height={18} />
          </View>
        </View>
        <Bone width="24%" top={24} />
        <Bone width="60%" height={40} top={12} />
        <View className="fy-row fy-between fy-mt-16">
          <Bone width="28%" height={32} />
          <Bone width="28%" height={32} />
          <Bone width="28%" height={32} />
        </View>
      </Card>
      <Card>
        <Bone width="20%" height={18} />
        <Bone height={40} top={12} />
      </Card>
      <Card>
        <Bone height={48} />
      </Card>
    </View>
  )
}
