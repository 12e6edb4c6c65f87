// Selects or deselects the whole cart.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { changeCart } from './change-cart'
import { showCart, type CartView } from './show-cart'

export async function selectCart(
  ctx: Context,
  { isSelected }: Api['mall.selectCart']['parsed'],
): Promise<CartView> {
  const cart = await changeCart(ctx, (lines) => lines.map((line) => ({ ...line, isSelected })))
  return showCart(ctx, cart)
}
