/** A product on the shelf: as a tile in two columns, or as a row in lists. */
import { Text, View } from '@tarojs/components'
import type { ProductTag } from '@contract/model/goods'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { Earn } from '../earn'
import { formatCount } from '../money/format'
import { Picture } from '../picture'
import { Price } from '../price'
import { Seal } from '../seal'

/** As `mall.home` and `mall.searchProducts` answer; earnFen is null for shoppers. */
export interface ShelfProduct {
  title: string
  subtitle: string
  picture: string
  tags: readonly ProductTag[]
  priceFen: number
  marketPriceFen: number | null
  soldCount: number
  isSoldOut: boolean
  earnFen: number | null
}

const marks: Record<ProductTag, string> = { special: '特', hot: '荐', new: '新' }

interface ProductCardProps {
  product: ShelfProduct
  onTap: () => void
}

export function ProductCard({ product, onTap }: ProductCardProps) {
  const tag = product.tags[0]
  return (
    <View
      className="fy-tile"
      hoverClass="fy-tile-pressed"
      onClick={onTap}
      {...aria(undefined, 'link')}
    >
      <Picture src={product.picture} alt={product.title} bare />
      <View className="fy-tile-body">
        <View className="fy-tile-title">
          {tag && <Seal mark={marks[tag]} />}
          <Text className="fy-tile-name fy-ell-2">{product.title}</Text>
        </View>
        {product.subtitle && <Text className="fy-tile-sub fy-ell">{product.subtitle}</Text>}
        <View className="fy-tile-price">
          <Price fen={product.priceFen} wasFen={product.marketPriceFen} />
        </View>
        <View className="fy-tile-foot">
          <Earn fen={product.earnFen} icon />
          <Text className="fy-tile-sold">
            {product.isSoldOut ? '卖完了' : `已售 ${formatCount(product.soldCount)}`}
          </Text>
        </View>
      </View>
    </View>
  )
}

interface ProductRowProps {
  /** A shelf product, or an order's line with its unit price. */
  product: Pick<ShelfProduct, 'title' | 'subtitle' | 'picture' | 'priceFen'> &
    Partial<Pick<ShelfProduct, 'marketPriceFen' | 'earnFen'>>
  onTap?: () => void
  /** Under the title: chosen specs, a stepper, a button. */
  children?: ReactNode
  /** Right of the price: "× 2". */
  count?: number
}

export function ProductRow({ product, onTap, children, count }: ProductRowProps) {
  return (
    <View className="fy-prow" onClick={onTap}>
      <View className="fy-prow-picture">
        <Picture src={product.picture} alt={product.title} />
      </View>
      <View className="fy-prow-main">
        <Text className="fy-prow-title">{product.title}</Text>
        {product.subtitle && <Text className="fy-prow-sub">{product.subtitle}</Text>}
        <View className="fy-prow-foot">
          <Price fen={product.priceFen} wasFen={product.marketPriceFen} size="3" />
          {count !== undefined && <Text className="fy-prow-count">× {count}</Text>}
          <Earn fen={product.earnFen} />
        </View>
        {children}
      </View>
    </View>
  )
}

/** Two columns of tiles. */
export function Shelf({ children }: { children: ReactNode }) {
  return <View className="fy-shelf">{children}</View>
}
