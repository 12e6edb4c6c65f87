/** The cart and its changes: each answer of the server replaces what is shown. */
import { useEffect } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { confirm } from '@/components/dialog'
import { useResource } from '@/state/use-resource'
import { useSession } from '@/state/session'
import { piecesOf } from './cart-words'
import type { Cart, CartLine } from './cart-words'

export function useCart() {
  const cart = useResource(() => call('mall.getCart', {}), {
    onShow: true,
    isEmpty: ({ lines }) => lines.length === 0,
  })
  const setting = useAction('mall.setCartLine')
  const selecting = useAction('mall.selectCart')
  const setCartCount = useSession((state) => state.setCartCount)
  const { data } = cart
  useEffect(() => {
    if (data) setCartCount(piecesOf(data))
  }, [data, setCartCount])

  const show = (answer: Cart | undefined) => {
    if (answer) cart.put(answer)
  }
  const setLine = async ({ skuId, title, ...line }: CartLine) => {
    const { quantity, isSelected } = line
    if (quantity === 0) {
      const isSure = await confirm({ title: `把「${title}」拿出购物车？`, confirmText: '拿出来' })
      if (!isSure) return
    }
    show(await setting.run({ skuId, quantity, isSelected }))
  }
  const selectAll = async (isSelected: boolean) => show(await selecting.run({ isSelected }))
  return { cart, setLine, selectAll, error: setting.error ?? selecting.error }
}
