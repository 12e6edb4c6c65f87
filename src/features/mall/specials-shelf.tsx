/** 限时特价: a shelf that scrolls sideways; it stands only while there are specials. */
import { ScrollView, Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Earn } from '@/components/earn'
import { Picture } from '@/components/picture'
import { Price } from '@/components/price'

type Special = Api['mall.home']['output']['specials'][number]

interface SpecialsShelfProps {
  products: readonly Special[]
  onOpen: (productId: string) => void
}

export function SpecialsShelf({ products, onOpen }: SpecialsShelfProps) {
  if (products.length === 0) return null
  return (
    <Card bare className="mall-specials">
      <View className="mall-specials-head">
        <Text className="fy-t-head">限时特价</Text>
        <Text className="mall-specials-note">{products.length} 件</Text>
      </View>
      <ScrollView scrollX enhanced showScrollbar={false} className="mall-specials-scroll">
        <View className="mall-specials-row">
          {products.map((product) => (
            <View
              key={product.id}
              className="mall-special"
              onClick={() => onOpen(product.id)}
              {...aria(undefined, 'link')}
            >
              <Picture src={product.picture} alt={product.title} />
              <Text className="mall-special-title">{product.title}</Text>
              <Price fen={product.priceFen} wasFen={product.marketPriceFen} size="3" short />
              {product.isSoldOut ? (
                <Text className="mall-special-out">卖完了</Text>
              ) : (
                <Earn fen={product.earnFen} />
              )}
            </View>
          ))}
        </View>
      </ScrollView>
    </Card>
  )
}
