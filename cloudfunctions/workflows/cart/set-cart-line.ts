// Sets quantity and selection of one cart line; quantity 0 takes it out.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { changeCart } from './change-cart'
import { showCart, type CartView } from './show-cart'

/** A line that isn't there any more (taken out on another phone) changes nothing. */
export async function setCartLine(
  ctx: Context,
  { skuId, quantity, isSelected }: Api['mall.setCartLine']['parsed'],
): Promise<CartView> {
  const cart = await changeCart(ctx, (lines) =>
    quantity === 0
      ? lines.filter((line) => line.skuId !== skuId)
      : lines.map((line) => (line.skuId === skuId ? { ...line, quantity, isSelected } : line)),
  )
  return showCart(ctx, cart)
}
