/** What a product is and costs: price, title, words, and how the shop ships and takes back. */
import { Text, View } from '@tarojs/components'
import type { ProductTag } from '@contract/model/goods'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon'
import { formatCount, formatShelfPrice } from '@/components/money/format'
import { Money } from '@/components/money'
import { Price } from '@/components/price'
import { Seal } from '@/components/seal'
import { StatusTag } from '@/components/tag'
import { lowestSku, priceRange } from './sku-choice'
import type { Product, Sku } from './sku-choice'

const seals: Record<ProductTag, string> = { special: '特', hot: '荐', new: '新' }

function shippingText({ shippingFeeFen, shippingFreeFromFen }: Product): string {
  if (shippingFeeFen === 0 || shippingFreeFromFen === 0) return '包邮'
  const fee = `运费 ${formatShelfPrice(shippingFeeFen)}`
  if (shippingFreeFromFen === null) return fee
  return `满 ${formatShelfPrice(shippingFreeFromFen)} 包邮，不满${fee}`
}

function factsOf(product: Product): { icon: IconName; text: string }[] {
  const { afterSaleDays } = product
  return [
    { icon: 'truck', text: shippingText(product) },
    ...(afterSaleDays > 0
      ? [{ icon: 'shield' as const, text: `收货 ${afterSaleDays} 天内可申请售后` }]
      : []),
  ]
}

/** What the caller's tier makes of the price; nothing where it is no less. */
export function MemberPrice({ sku }: { sku: Sku | undefined }) {
  if (!sku || sku.memberPriceFen === null) return null
  return (
    <View className="fy-row fy-mt-4">
      <StatusTag tone="gold">会员价</StatusTag>
      <View className="fy-ml-8">
        <Money fen={sku.memberPriceFen} size="3" tone="ink" />
      </View>
      <Text className="fy-t-cap fy-ink-3 fy-ml-8">你自己买，结算时按它算</Text>
    </View>
  )
}

interface ProductHeadProps {
  product: Product
  /** The chosen SKU, once there is one. */
  sku: Sku | undefined
}

export function ProductHead({ product, sku }: ProductHeadProps) {
  const range = priceRange(product.skus)
  const shown = sku ?? lowestSku(product.skus)
  const tag = product.tags.find((candidate) => candidate !== 'special') ?? product.tags[0]
  return (
    <View className="product-head">
      <View className="product-price">
        <Price
          fen={shown?.priceFen}
          wasFen={shown?.marketPriceFen}
          size="1"
          isFrom={!sku && !!range && range.toFen > range.fromFen}
        />
        {product.tags.includes('special') && (
          <View className="fy-ml-8">
            <StatusTag tone="price">限时特价</StatusTag>
          </View>
        )}
        <Text className="product-sold">已售 {formatCount(product.soldCount)}</Text>
      </View>
      <MemberPrice sku={shown} />
      <View className="product-title">
        {tag && (
          <View className="product-seal">
            <Seal mark={seals[tag]} />
          </View>
        )}
        <Text className="product-name">{product.title}</Text>
      </View>
      {product.subtitle && <Text className="product-subtitle">{product.subtitle}</Text>}
      <View className="product-facts">
        {factsOf(product).map((fact) => (
          <View key={fact.text} className="product-fact">
            <Icon name={fact.icon} size={18} className="product-fact-icon" />
            <Text>{fact.text}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
