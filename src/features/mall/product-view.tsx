/** A product on its own page, once it is known: everything one can see and do there. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { NavBar } from '@/components/nav-bar'
import { readBarRoom } from '@/components/nav-bar/capsule'
import { Notice } from '@/components/notice'
import { toast } from '@/components/toast'
import { MaterialEntry } from '@/features/material/material-entry'
import { useSession } from '@/state/session'
import { Gallery } from './gallery'
import { CART, openPage, openTab, pathOf } from './open-page'
import { ProductBar } from './product-bar'
import { ProductHead } from './product-head'
import { openSpecs } from './sku-choice'
import type { Product } from './sku-choice'
import { SkuSheet } from './sku-sheet'
import { useSkuChoice } from './use-sku-choice'

function useBuying(product: Product) {
  const chosen = useSkuChoice(product)
  const [isChoosing, setChoosing] = useState(false)
  const { cartCount, setCartCount } = useSession()
  const adding = useAction('mall.addToCart')
  const { sku, quantity } = chosen
  const canBuy = sku !== undefined && sku.available > 0
  const add = async () => {
    if (!canBuy) return setChoosing(true)
    const answer = await adding.run({ skuId: sku.skuId, productId: product.id, quantity })
    if (!answer) return
    setCartCount(answer.count)
    setChoosing(false)
    toast('已放进购物车')
  }
  const buy = () => {
    if (!canBuy) return setChoosing(true)
    setChoosing(false)
    openPage(pathOf.checkoutSku(product.id, sku.skuId, quantity))
  }
  return { ...chosen, isChoosing, setChoosing, adding, add, buy, cartCount }
}

function Details({ product }: { product: Product }) {
  if (product.description === '') return null
  return (
    <Card className="product-card">
      <Text className="fy-t-head">商品说明</Text>
      <Text className="product-words">{product.description}</Text>
    </Card>
  )
}

export function ProductView({ product, onShare }: { product: Product; onShare: () => void }) {
  const buying = useBuying(product)
  const { sku, choice, quantity, adding } = buying
  const room = readBarRoom()
  const chosenText = sku
    ? [...sku.specValues, `${quantity} 件`].join(' · ')
    : `请选${openSpecs(product, choice)}`
  return (
    <View>
      <NavBar tone="clear" />
      <View style={{ marginTop: `-${room.top + room.height}px` }}>
        <Gallery pictures={product.pictures} title={product.title} />
      </View>
      <ProductHead product={product} sku={sku} />
      <View className="fy-px fy-mt-8">
        {!product.isOnShelf && <Notice kind="warn">这件商品已经下架，先看看别的吧</Notice>}
        {adding.error && !buying.isChoosing && <Notice kind="bad">{adding.error.message}</Notice>}
        {product.isOnShelf && product.skus.length > 0 && (
          <Card flush>
            <ListRow
              title={product.specNames.length > 0 ? '规格' : '数量'}
              value={chosenText}
              onTap={() => buying.setChoosing(true)}
            />
          </Card>
        )}
        <Details product={product} />
        <MaterialEntry productId={product.id} />
      </View>
      <ProductBar
        product={product}
        sku={sku}
        cartCount={buying.cartCount}
        isAdding={adding.busy}
        onCart={() => openTab(CART)}
        onAdd={() => void buying.add()}
        onBuy={buying.buy}
        onShare={onShare}
      />
      <SkuSheet
        open={buying.isChoosing}
        onClose={() => buying.setChoosing(false)}
        product={product}
        choice={choice}
        onChoice={buying.setChoice}
        sku={sku}
        quantity={quantity}
        onQuantity={buying.setQuantity}
        onAdd={() => void buying.add()}
        onBuy={buying.buy}
        isAdding={adding.busy}
        error={adding.error}
      />
    </View>
  )
}
