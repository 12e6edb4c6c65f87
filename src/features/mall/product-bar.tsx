/** The bar under a product: cart, into the cart, buy; above it, for distributors, what sharing earns. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Button } from '@/components/button'
import { Count } from '@/components/count'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import type { Product, Sku } from './sku-choice'

interface EarnBarProps {
  earn: NonNullable<Product['earn']>
  sku: Sku | undefined
  onShare: () => void
}

function EarnBar({ earn, sku, onShare }: EarnBarProps) {
  const known = sku?.earnFen ?? (earn.fromFen === earn.toFen ? earn.fromFen : null)
  return (
    <View className="product-earn">
      <View className="fy-grow">
        <View className="product-earn-line">
          <Text className="product-earn-word">分享赚</Text>
          <Money fen={known ?? earn.fromFen} size="2" tone="gold" />
          {known === null && (
            <>
              <Text className="product-earn-word product-earn-to">到</Text>
              <Money fen={earn.toFen} size="2" tone="gold" />
            </>
          )}
          <Text className="product-earn-unit">/ 件</Text>
        </View>
        <Text className="product-earn-note">按好友实付的价格算</Text>
      </View>
      <Button kind="gold" size="mid" icon="share" onTap={onShare} className="product-earn-button">
        分享
      </Button>
    </View>
  )
}

interface ProductBarProps {
  product: Product
  sku: Sku | undefined
  cartCount: number
  isAdding: boolean
  onCart: () => void
  onAdd: () => void
  onBuy: () => void
  onShare: () => void
}

function deadReason({ isOnShelf, skus }: Product): string | null {
  if (!isOnShelf) return '已经下架'
  return skus.some((sku) => sku.available > 0) ? null : '卖完了'
}

export function ProductBar(props: ProductBarProps) {
  const { product, sku, cartCount, isAdding, onCart, onAdd, onBuy, onShare } = props
  const dead = deadReason(product)
  const isSharable = product.isOnShelf && product.earn !== null && product.earn.toFen > 0
  return (
    <View>
      <View className={isSharable ? 'product-room product-room-earn' : 'product-room'} />
      <View className="product-bottom">
        {isSharable && product.earn && <EarnBar earn={product.earn} sku={sku} onShare={onShare} />}
        <View className="product-bar">
          <View
            className="product-cart"
            onClick={onCart}
            {...aria(`购物车，${cartCount} 件`, 'button')}
          >
            <Icon name="cart" />
            <Text className="product-cart-word">购物车</Text>
            <Count of={cartCount} className="product-cart-count" />
          </View>
          {dead === null ? (
            <>
              <Button kind="soft" busy={isAdding} onTap={onAdd} className="product-button">
                加入购物车
              </Button>
              <Button onTap={onBuy} className="product-button">
                立即购买
              </Button>
            </>
          ) : (
            <Button disabledReason={dead} className="product-button">
              立即购买
            </Button>
          )}
        </View>
      </View>
    </View>
  )
}
