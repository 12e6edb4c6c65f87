// Puts units of a SKU into the cart; a SKU that is there already gets more of them.
import type { Api } from '@contract/api'
import type { Cart, CartLine } from '@contract/model/goods'
import { sumFen } from '@contract/money'
import { refuse } from '../../domain/refuse'
import { AlreadyExists } from '../../ports/store'
import type { Context } from '../../ports/world'
import { markRequest } from '../mark-request'
import { changeCart } from './change-cart'

/** As many lines as one order takes. */
const CART_LIMIT = 50
const MOST_OF_ONE = 999

type Input = Api['mall.addToCart']['parsed']

/** Refuses with SKU_UNKNOWN, PRODUCT_OFF_SHELF, OUT_OF_STOCK or CART_FULL. */
export async function addToCart(
  ctx: Context,
  input: Input,
): Promise<Api['mall.addToCart']['output']> {
  const [product, stock] = await Promise.all([
    ctx.store.get('products', input.productId),
    ctx.store.get('stocks', input.skuId),
  ])
  if (!product?.skus.some((sku) => sku.skuId === input.skuId)) throw refuse('SKU_UNKNOWN')
  const { title } = product
  if (!product.isOnShelf) throw refuse('PRODUCT_OFF_SHELF', { title })
  const available = stock?.available ?? 0
  const add = (lines: readonly CartLine[]) => {
    const present = lines.find((line) => line.skuId === input.skuId)
    const quantity = Math.min(MOST_OF_ONE, (present?.quantity ?? 0) + input.quantity)
    if (quantity > available) throw refuse('OUT_OF_STOCK', { title, available })
    if (!present && lines.length >= CART_LIMIT) throw refuse('CART_FULL', { limit: CART_LIMIT })
    return present
      ? lines.map((line) => (line === present ? { ...line, quantity, isSelected: true } : line))
      : [newLine(input, ctx.now), ...lines]
  }
  try {
    const cart = await changeCart(ctx, add, (tx) => markRequest(tx, ctx, 'added-to-cart'))
    return countUnits(cart)
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error
    return countUnits(await ctx.store.get('carts', ctx.caller.memberId))
  }
}

function countUnits(cart: Cart | null) {
  return { count: sumFen(cart?.lines ?? [], (line) => line.quantity) }
}

function newLine({ skuId, productId, quantity }: Input, now: number): CartLine {
  return { skuId, productId, quantity, isSelected: true, addedAt: now }
}
