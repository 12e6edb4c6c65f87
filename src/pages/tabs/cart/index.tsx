/** 购物车: what is in it at the prices and stock of now. */
import { Text, View } from '@tarojs/components'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { HOME, openPage, openTab, pathOf } from '@/features/mall/open-page'
import { CartLine } from '@/features/trade/cart-line'
import { checkoutBlock, isAllSelected } from '@/features/trade/cart-words'
import type { Cart } from '@/features/trade/cart-words'
import { CheckMark } from '@/features/trade/check-mark'
import { useCart } from '@/features/trade/use-cart'
import './index.scss'

function CheckoutBar({ cart, onSelectAll }: { cart: Cart; onSelectAll: (on: boolean) => void }) {
  const isAll = isAllSelected(cart)
  const lead = (
    <View className="fy-row">
      <View className="cart-all" onClick={() => onSelectAll(!isAll)}>
        <CheckMark on={isAll} label="全选" />
        <Text className="fy-t-small fy-nowrap">全选</Text>
      </View>
      <View className="cart-sum">
        <Text className="cart-sum-word">合计</Text>
        <Money fen={cart.selectedFen} size="2" tone="price" />
      </View>
    </View>
  )
  return (
    <BottomBar lead={lead}>
      <Button
        size="mid"
        disabledReason={checkoutBlock(cart)}
        onTap={() => openPage(pathOf.checkoutCart())}
      >
        去结算（{cart.selectedCount}）
      </Button>
    </BottomBar>
  )
}

export default function CartPage() {
  const { cart, setLine, selectAll, error } = useCart()
  return (
    <Page
      title="购物车"
      tab
      resource={cart}
      errorTitle="购物车没有打开"
      empty={{
        title: '购物车还空着',
        text: '挑一款喜欢的茶，先放在这里。',
        actionText: '去逛逛',
        onAction: () => openTab(HOME),
      }}
      overlay={cart.data && <CheckoutBar cart={cart.data} onSelectAll={selectAll} />}
    >
      {error && (
        <View className="cart-error">
          <Notice kind="bad">{error.message}</Notice>
        </View>
      )}
      <Card bare>
        {cart.data?.lines.map((line) => (
          <CartLine key={line.skuId} line={line} onChange={setLine} />
        ))}
      </Card>
    </Page>
  )
}
