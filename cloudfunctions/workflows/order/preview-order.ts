// 下单结算: prices an order as it would be placed now; nothing is reserved.
import type { Api } from '@contract/api'
import { subtractFen, ZERO, type Fen } from '@contract/money'
import type { Distributor } from '@contract/model/people'
import type { Shop, ShippingPolicy } from '@contract/model/shop'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { checkStock } from '../../domain/stock/check-stock'
import { insist } from '../../domain/refuse'
import { hasMemberPrices } from '../../domain/tier/member-price'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Context } from '../../ports/world'
import { readAddresses } from '../address/list-addresses'
import { showAddress } from '../address/show-address'
import { readShop } from '../shop/read-shop'
import { readStocks } from '../stock/read-stock'
import { draftOrder } from './draft-order'
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

/** The buyer as a distributor; asked only where some tier has a member price. */
async function findBuyer(ctx: Context, shop: Shop): Promise<Distributor | null> {
  if (!hasMemberPrices(termsOf(shop))) return null
  return ctx.store.get('distributors', distributorIdOf(ctx.caller.memberId))
}

/** How much more makes shipping free; 0 when it is free, or never is. */
function gapToFreeShipping(goodsFen: Fen, { feeFen, freeFromFen }: ShippingPolicy): Fen {
  if (feeFen === 0 || freeFromFen === null || goodsFen >= freeFromFen) return ZERO
  return subtractFen(freeFromFen, goodsFen)
}
