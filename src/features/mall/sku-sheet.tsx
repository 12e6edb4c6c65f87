/** Choosing specs and quantity; what cannot be chosen says why. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Notice } from '@/components/notice'
import { Picture } from '@/components/picture'
import { Price } from '@/components/price'
import { Sheet } from '@/components/sheet'
import { Stepper } from '@/components/stepper'
import type { Failure } from '@/state/failure'
import { MemberPrice } from './product-head'
import { lowestSku, openSpecs, optionsOf, priceRange, toggled } from './sku-choice'
import type { Choice, Product, Sku } from './sku-choice'

/** More in one go is a wholesale order, which the shop takes by talking. */
const MOST = 99

interface SkuSheetProps {
  open: boolean
  onClose: () => void
  product: Product
  choice: Choice
  onChoice: (choice: Choice) => void
  sku: Sku | undefined
  quantity: number
  onQuantity: (quantity: number) => void
  onAdd: () => void
  onBuy: () => void
  isAdding: boolean
  error: Failure | null
}

function Specs({
  product,
  choice,
  onChoice,
}: Pick<SkuSheetProps, 'product' | 'choice' | 'onChoice'>) {
  return product.specNames.map((name, spec) => (
    <View key={name} className="sku-spec">
      <Text className="sku-label">{name}</Text>
      <View className="fy-row fy-wrap">
        {optionsOf(product.skus, choice, spec).map(({ value, isChosen, reason }) => (
          <Chip
            key={value}
            soft
            on={isChosen}
            off={reason !== null && !isChosen}
            onTap={() => onChoice(toggled(choice, spec, value))}
          >
            {reason === null ? value : `${value} · ${reason}`}
          </Chip>
        ))}
      </View>
    </View>
  ))
}

function stockText(sku: Sku | undefined, open: string): string {
  if (!sku) return open === '' ? '没有这个搭配' : `请选${open}`
  if (sku.available === 0) return '这个规格卖完了'
  return sku.available <= 10 ? `只剩 ${sku.available} 件` : `库存 ${sku.available} 件`
}

function Buttons({ sku, product, choice, onAdd, onBuy, isAdding }: SkuSheetProps) {
  const open = openSpecs(product, choice)
  if (!sku || sku.available === 0) {
    return (
      <Button wide disabledReason={stockText(sku, open)}>
        立即购买
      </Button>
    )
  }
  return (
    <View className="sku-buttons">
      <Button kind="soft" busy={isAdding} onTap={onAdd}>
        加入购物车
      </Button>
      <Button onTap={onBuy}>立即购买</Button>
    </View>
  )
}

export function SkuSheet(props: SkuSheetProps) {
  const { open, onClose, product, choice, sku, quantity, onQuantity, error } = props
  const range = priceRange(product.skus)
  return (
    <Sheet
      open={open}
      title={product.specNames.length > 0 ? '选规格' : '选数量'}
      onClose={onClose}
      footer={<Buttons {...props} />}
    >
      <View className="sku-head">
        <View className="sku-picture">
          <Picture src={product.pictures[0]} alt={product.title} />
        </View>
        <View className="fy-grow">
          <View className="fy-row fy-row-base">
            <Price
              fen={sku?.priceFen ?? range?.fromFen}
              wasFen={sku?.marketPriceFen}
              isFrom={!sku && !!range && range.toFen > range.fromFen}
            />
          </View>
          <MemberPrice sku={sku ?? lowestSku(product.skus)} />
          <Text className="sku-stock">{stockText(sku, openSpecs(product, choice))}</Text>
        </View>
      </View>
      <Specs {...props} />
      <View className="sku-count">
        <Text className="sku-label">数量</Text>
        <Stepper
          value={quantity}
          onChange={onQuantity}
          max={Math.max(1, Math.min(MOST, sku?.available ?? MOST))}
        />
      </View>
      {error && <Notice kind="bad">{error.message}</Notice>}
    </Sheet>
  )
}
