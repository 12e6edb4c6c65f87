/** What is worth sharing: each with what it earns and its share button. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Earn } from '@/components/earn'
import { Picture } from '@/components/picture'
import { goTo, productPath } from './paths'

type Suggestion = Api['distributor.getCentre']['output']['suggestions'][number]

interface SuggestionListProps {
  suggestions: readonly Suggestion[]
  onShare: (productId: string) => void
}

function Row({ product, onShare }: { product: Suggestion; onShare: () => void }) {
  const open = () => goTo(productPath(product.id))
  return (
    <View className="dist-goods">
      <View className="dist-goods-picture" onClick={open}>
        <Picture src={product.picture} alt={product.title} />
      </View>
      <View className="fy-grow">
        <View onClick={open}>
          <View className="fy-strong fy-ell">{product.title}</View>
          <View className="fy-t-cap fy-ink-3 fy-ell fy-mt-4">
            {product.subtitle || (product.soldCount > 0 ? `已售 ${product.soldCount}` : '')}
          </View>
        </View>
        <View className="fy-row fy-between fy-mt-8">
          <Earn fen={product.earnFen} />
          <View className="fy-end">
            <Button size="small" icon="share" label={`分享${product.title}`} onTap={onShare}>
              分享
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
}

export function SuggestionList({ suggestions, onShare }: SuggestionListProps) {
  if (suggestions.length === 0) return null
  return (
    <View>
      <View className="fy-section fy-mt-8">
        <Text>适合分享</Text>
      </View>
      <Card flush>
        {suggestions.map((product) => (
          <Row key={product.id} product={product} onShare={() => onShare(product.id)} />
        ))}
      </Card>
    </View>
  )
}
