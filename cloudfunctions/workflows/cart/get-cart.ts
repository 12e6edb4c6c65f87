// 购物车, with the prices and stock of now.
import type { Context } from '../../ports/world'
import { showCart, type CartView } from './show-cart'

export async function getCart(ctx: Context): Promise<CartView> {
  return showCart(ctx, await ctx.store.get('carts', ctx.caller.memberId))
}
