// Prices an order: lines, discounts spread to the fen, shipping. Preview and placing use the same numbers.
import {
  addFen,
  allocate,
  bps,
  subtractFen,
  sumFen,
  timesFen,
  ZERO,
  type Bps,
  type Fen,
} from '@contract/money'
import type { OrderLine } from '@contract/model/order'
import type { ShippingPolicy } from '@contract/model/shop'
import { assert } from '../assert'
import { memberPriceOf } from '../tier/member-price'

export type LineToPrice = Pick<
  OrderLine,
  | 'skuId'
  | 'productId'
  | 'categoryId'
  | 'title'
  | 'specText'
  | 'picture'
  | 'unitPriceFen'
  | 'quantity'
>

export interface Discount {
  readonly amountFen: Fen
  /** The products it is scoped to; null = the whole order. */
  readonly productIds: readonly string[] | null
}

export interface PricedOrder {
  readonly lines: readonly OrderLine[]
  readonly goodsFen: Fen
  /** All that was taken off, the member price included. */
  readonly discountFen: Fen
  readonly memberOffFen: Fen
  readonly shippingFen: Fen
  readonly payableFen: Fen
}

/**
 * Lines are numbered 1, 2, 3 … as given. The member price comes first, unit by unit. Then a discount is
 * spread over the lines of its scope in proportion to what is left to pay on them, by largest remainder (ties: the
 * earlier line); one above that is a bug.
 */
export function priceOrder(order: {
  readonly lines: readonly LineToPrice[]
  readonly shipping: ShippingPolicy
  /** Taken off each unit because of the buyer's tier. */
  readonly memberOffBps?: Bps
  readonly discounts?: readonly Discount[]
}): PricedOrder {
  const goods = order.lines.map((line) => timesFen(line.unitPriceFen, line.quantity))
  const memberOffBps = order.memberOffBps ?? bps(0)
  const own = order.lines.map(({ unitPriceFen, quantity }) =>
    timesFen(memberPriceOf(unitPriceFen, memberOffBps), quantity),
  )
  const left = spreadDiscounts(order.lines, own, order.discounts ?? [])
  const lines = order.lines.map((line, index) => ({
    ...line,
    line: index + 1,
    discountFen: subtractFen(goods[index]!, left[index]!),
    baseFen: left[index]!,
    refundedQuantity: 0,
    refundedFen: ZERO,
    inAfterSaleQuantity: 0,
  }))
  const goodsFen = addFen(...goods)
  const shippingFen = priceShipping(goodsFen, order.shipping)
  return {
    lines,
    goodsFen,
    discountFen: sumFen(lines, (line) => line.discountFen),
    memberOffFen: subtractFen(goodsFen, addFen(...own)),
    shippingFen,
    payableFen: addFen(...left, shippingFen),
  }
}

/** The shipping fee (fen): none from `freeFromFen` on, measured by the goods before discounts. */
export function priceShipping(goodsFen: Fen, policy: ShippingPolicy): Fen {
  if (policy.freeFromFen !== null && goodsFen >= policy.freeFromFen) return ZERO
  return policy.feeFen
}

function spreadDiscounts(
  lines: readonly LineToPrice[],
  goods: readonly Fen[],
  discounts: readonly Discount[],
): readonly Fen[] {
  let left = goods
  for (const { amountFen, productIds } of discounts) {
    const before = left
    const weights = before.map((amount, index) =>
      productIds === null || productIds.includes(lines[index]!.productId) ? amount : ZERO,
    )
    assert(
      amountFen >= 0 && amountFen <= addFen(...weights),
      'a discount above what it is given on',
    )
    const parts = allocate(amountFen, weights)
    left = before.map((amount, index) => subtractFen(amount, parts[index]!))
  }
  return left
}
