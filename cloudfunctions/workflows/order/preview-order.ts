// 下单结算: prices an order as it would be placed now; nothing is reserved.
import type { Api } from '@contract/api'
import { subtractFen, ZERO, type Fen } from '@contract/money'
import type { ShippingPolicy } from '@contract/model/shop'
import { checkStock } from '../../domain/stock/check-stock'
import { insist } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readAddresses } from '../address/list-addresses'
import { showAddress } from '../address/show-address'
import { readShop } from '../shop/read-shop'
import { readStocks } from '../stock/read-stock'
import { draftOrder } from './draft-order'
import { findBuyer } from './find-buyer'
import { showLine } from './show-order'

/** Refuses with SHOP_NOT_OPEN, SKU_UNKNOWN, PRODUCT_OFF_SHELF or OUT_OF_STOCK. */
export async function previewOrder(
  ctx: Context,
  input: Api['mall.previewOrder']['parsed'],
): Promise<Api['mall.previewOrder']['output']> {
  const shop = await readShop(ctx)
  const [draft, addresses, stocks] = await Promise.all([
    draftOrder(ctx, shop, input.lines, findBuyer(ctx, shop)),
    readAddresses(ctx),
    readStocks(
      ctx,
      input.lines.map((line) => line.skuId),
    ),
  ])
  const wanted = draft.lines.map(({ skuId, title, quantity }) => {
    return { title, quantity, available: stocks.get(skuId)?.available ?? 0 }
  })
  insist(checkStock(wanted))
  const chosen = addresses.find((address) => address._id === input.addressId) ?? addresses[0]
  return {
    lines: draft.lines.map(showLine),
    goodsFen: draft.goodsFen,
    discountFen: draft.discountFen,
    memberOffFen: draft.memberOffFen,
    shippingFen: draft.shippingFen,
    payableFen: draft.payableFen,
    address: chosen ? showAddress(chosen) : null,
    freeShippingGapFen: gapToFreeShipping(draft.goodsFen, shop.shipping),
  }
}

/** How much more makes shipping free; 0 when it is free, or never is. */
function gapToFreeShipping(goodsFen: Fen, { feeFen, freeFromFen }: ShippingPolicy): Fen {
  if (feeFen === 0 || freeFromFen === null || goodsFen >= freeFromFen) return ZERO
  return subtractFen(freeFromFen, goodsFen)
}
