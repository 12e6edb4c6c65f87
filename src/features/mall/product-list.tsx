/** Products as rows in one card, with the foot of a paged list. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { formatCount } from '@/components/money/format'
import { ProductRow } from '@/components/product-card'
import { openPage, pathOf } from './open-page'

type Row = Api['mall.searchProducts']['output']['rows'][number]

export function ProductList({ rows }: { rows: readonly Row[] }) {
  return (
    <Card flush className="mall-list">
      {rows.map((product) => (
        <ProductRow
          key={product.id}
          product={product}
          onTap={() => openPage(pathOf.product(product.id))}
        >
          <View className="mall-sold">
            <Text>{product.isSoldOut ? '卖完了' : `已售 ${formatCount(product.soldCount)}`}</Text>
          </View>
        </ProductRow>
      ))}
    </Card>
  )
}
