// 商品详情: one product with its SKUs, their stock and, for distributors, what sharing it pays.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import { memberOffOf, memberPriceOf } from '../../domain/tier/member-price'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { readStocks } from '../stock/read-stock'
import { earnerOf, readActive } from './read-earner'

/** Refuses with NOT_FOUND; a product off the shelf is shown as such (shared links stay open). */
export async function getProduct(
  ctx: Context,
  input: Api['mall.getProduct']['parsed'],
): Promise<Api['mall.getProduct']['output']> {
  const [shop, product] = await Promise.all([
    readShop(ctx),
    ctx.store.get('products', input.productId),
  ])
  if (!product) throw refuse('NOT_FOUND')
  const [stocks, distributor] = await Promise.all([
    readStocks(
      ctx,
      product.skus.map((sku) => sku.skuId),
    ),
    readActive(ctx),
  ])
  const earner = distributor && (await earnerOf(ctx, shop, distributor))
  const memberOffBps = memberOffOf(termsOf(shop), distributor)
  const earn = earner?.(product) ?? null
  const earnBySku = new Map(earn?.skus.map((sku) => [sku.skuId, sku.earnFen]))
  return {
    id: product._id,
    title: product.title,
    subtitle: product.subtitle,
    description: product.description,
    pictures: [...product.pictures],
    tags: [...product.tags],
    specNames: [...product.specNames],
    skus: product.skus.map((sku) => ({
      skuId: sku.skuId,
      specValues: [...sku.specValues],
      priceFen: sku.priceFen,
      marketPriceFen: sku.marketPriceFen,
      available: stocks.get(sku.skuId)?.available ?? 0,
      earnFen: earnBySku.get(sku.skuId) ?? null,
      memberPriceFen: memberOffBps > 0 ? memberPriceOf(sku.priceFen, memberOffBps) : null,
    })),
    soldCount: product.soldCount,
    isOnShelf: product.isOnShelf,
    earn: earn && { fromFen: earn.minFen, toFen: earn.maxFen },
    shippingFreeFromFen: shop.shipping.freeFromFen,
    shippingFeeFen: shop.shipping.feeFen,
    afterSaleDays: shop.afterSaleDays,
  }
}
