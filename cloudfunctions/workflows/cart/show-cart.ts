// The cart with the prices and stock of now.
import type { Api } from '@contract/api'
import type { Cart, CartLine, Product } from '@contract/model/goods'
import { sumFen, timesFen } from '@contract/money'
import type { World } from '../../ports/world'
import { readStocks } from '../stock/read-stock'

export type CartView = Api['mall.getCart']['output']
type LineView = CartView['lines'][number]

/** Two reads, however long the cart; a line whose product or SKU is gone stays, and can't be bought. */
export async function showCart(world: World, cart: Cart | null): Promise<CartView> {
  const cartLines = cart?.lines ?? []
  if (cartLines.length === 0)
    return { lines: [], selectedFen: sumFen([], () => 0), selectedCount: 0 }
  const [products, stocks] = await Promise.all([
    world.store.getMany(
      'products',
      cartLines.map((line) => line.productId),
    ),
    readStocks(
      world,
      cartLines.map((line) => line.skuId),
    ),
  ])
  const productById = new Map(products.map((product) => [product._id, product]))
  const lines = cartLines.map((line) => {
    const available = stocks.get(line.skuId)?.available ?? 0
    return showLine(line, productById.get(line.productId), available)
  })
  const selected = lines.filter((line) => line.isSelected && line.isBuyable)
  return {
    lines,
    selectedFen: sumFen(selected, (line) => timesFen(line.priceFen, line.quantity)),
    selectedCount: sumFen(selected, (line) => line.quantity),
  }
}

function showLine(line: CartLine, product: Product | undefined, available: number): LineView {
  const sku = product?.skus.find((candidate) => candidate.skuId === line.skuId)
  return {
    skuId: line.skuId,
    productId: line.productId,
    title: product?.title ?? '商品已经没有了',
    specText: sku?.specValues.join(' · ') ?? '',
    picture: product?.pictures[0] ?? '',
    priceFen: sku?.priceFen ?? sumFen([], () => 0),
    quantity: line.quantity,
    available,
    isSelected: line.isSelected,
    isBuyable: sku !== undefined && product?.isOnShelf === true && available >= line.quantity,
  }
}
