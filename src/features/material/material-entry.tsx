/** 素材 n 条: the way from a product to what the shop has prepared for it, for active distributors when there is any. */
import { View } from '@tarojs/components'
import { call } from '@/api/call'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { goTo, productMaterials } from '@/features/distributor/paths'
import { useCanShare } from '@/features/share/use-share-cards'
import { useResource } from '@/state/use-resource'

export function MaterialEntry({ productId }: { productId: string }) {
  const canShare = useCanShare()
  const notes = useResource(() => call('distributor.getProductNotes', { productId }), {
    keys: [productId],
    when: canShare,
  })
  const count = notes.data?.materialCount ?? 0
  if (!canShare || count === 0) return null
  return (
    <View className="fy-mt-8">
      <Card flush>
        <ListRow
          icon="photo"
          title={`素材 ${count} 条`}
          note="文案、图片、视频，拿了就能发"
          onTap={() => goTo(productMaterials(productId))}
        />
      </Card>
    </View>
  )
}
