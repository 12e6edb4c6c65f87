/** Products to promote: each with what it earns and its share button. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Earn } from '@/components/earn'
import { Money } from '@/components/money'
import { Picture } from '@/components/picture'
import { StatusTag } from '@/components/tag'
import { goTo, productPath } from './paths'

type Goods = Api['distributor.listGoods']['output']['rows'][number]

interface GoodsListProps {
  goods: readonly Goods[]
  onShare: (productId: string) => void
}

function Row({ product, onShare }: { product: Goods; onShare: () => void }) {
  const open = () => goTo(productPath(product.id))
  return (
    <View className="dist-goods">
      <View className="dist-goods-picture" onClick={open}>
        <Picture src={product.picture} alt={product.title} />
      </View>
      <View className="fy-grow">
        <View onClick={open}>
          <View className="fy-strong fy-ell">{product.title}</View>
          <View className="fy-row fy-mt-4 fy-t-cap fy-ink-3">
            <Money fen={product.priceFen} size="4" tone="ink" />
            {product.soldCount > 0 && <Text className="fy-ml-8">已售 {product.soldCount}</Text>}
            {product.isSoldOut && (
              <View className="fy-ml-8">
                <StatusTag tone="warn">暂时没货</StatusTag>
              </View>
            )}
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

export function GoodsList({ goods, onShare }: GoodsListProps) {
  return (
    <Card flush>
      {goods.map((product) => (
        <Row key={product.id} product={product} onShare={() => onShare(product.id)} />
      ))}
    </Card>
  )
}
