// The cart with the prices and stock of now, as the caller would pay them.
import type { Api } from '@contract/api'
import type { Cart, CartLine, Product } from '@contract/model/goods'
import { bps, sumFen, timesFen, ZERO, type Bps } from '@contract/money'
import { memberOffOf, memberPriceOf } from '../../domain/tier/member-price'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Context } from '../../ports/world'
import { findBuyer } from '../order/find-buyer'
import { findShop } from '../shop/read-shop'
import { readStocks } from '../stock/read-stock'

export type CartView = Api['mall.getCart']['output']
type LineView = CartView['lines'][number]

/**
 * Three reads, however long the cart, and one more where some tier has a member price; a line whose product or SKU
 * is gone stays, and can't be bought.
 */
export async function showCart(ctx: Context, cart: Cart | null): Promise<CartView> {
  const cartLines = cart?.lines ?? []
  if (cartLines.length === 0) return { lines: [], selectedFen: ZERO, selectedCount: 0 }
  const [products, stocks, memberOffBps] = await Promise.all([
    ctx.store.getMany(
      'products',
      cartLines.map((line) => line.productId),
    ),
    readStocks(
      ctx,
      cartLines.map((line) => line.skuId),
    ),
    readMemberOff(ctx),
  ])
  const productById = new Map(products.map((product) => [product._id, product]))
  const lines = cartLines.map((line) => {
    const available = stocks.get(line.skuId)?.available ?? 0
    return showLine(line, productById.get(line.productId), available, memberOffBps)
  })
  const selected = lines.filter((line) => line.isSelected && line.isBuyable)
  return {
    lines,
    selectedFen: sumFen(selected, ({ memberPriceFen, priceFen, quantity }) =>
      timesFen(memberPriceFen ?? priceFen, quantity),
    ),
    selectedCount: sumFen(selected, (line) => line.quantity),
  }
}

async function readMemberOff(ctx: Context): Promise<Bps> {
  const shop = await findShop(ctx)
  return shop ? memberOffOf(termsOf(shop), await findBuyer(ctx, shop)) : bps(0)
}

function showLine(
  line: CartLine,
  product: Product | undefined,
  available: number,
  memberOffBps: Bps,
): LineView {
  const sku = product?.skus.find((candidate) => candidate.skuId === line.skuId)
  const isOnShelf = sku !== undefined && product?.isOnShelf === true
  return {
    skuId: line.skuId,
    productId: line.productId,
    title: product?.title ?? '商品已经没有了',
    specText: sku?.specValues.join(' · ') ?? '',
    picture: product?.pictures[0] ?? '',
    priceFen: sku?.priceFen ?? ZERO,
    memberPriceFen: sku && memberOffBps > 0 ? memberPriceOf(sku.priceFen, memberOffBps) : null,
    quantity: line.quantity,
    available,
    isSelected: line.isSelected,
    isOnShelf,
    isBuyable: isOnShelf && available >= line.quantity,
  }
}
