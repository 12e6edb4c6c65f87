// 毛利预览: what the plan being written leaves of the best-selling products, while it is being written.
import type { Api } from '@contract/api'
import { bps } from '@contract/money'
import type { Product } from '@contract/model/goods'
import { compilePlan } from '../../domain/commission/compile-plan'
import { parsePlan } from '../../domain/commission/parse-plan'
import { previewMargins as preview } from '../../domain/commission/preview-margins'
import type { Context } from '../../ports/world'

type Output = Api['owner.previewMargins']['output']

const SHOWN = 10
/** Where no simulation has drawn a line yet. */
const FLOOR = bps(1200)

/** Two reads, nothing is kept. Refuses COMPLIANCE_*, PLAN_INVALID `{ field }`. */
export async function previewMargins(
  ctx: Context,
  { rules }: Api['owner.previewMargins']['parsed'],
): Promise<Output> {
  const plan = compilePlan(parsePlan(rules))
  const newest = { order: [['startedAt', 'desc']], limit: 1 } as const
  const best = { order: [['soldCount', 'desc']], limit: SHOWN } as const
  const [products, [simulation]] = await Promise.all([
    ctx.store.find('products', { isOnShelf: true }, best),
    ctx.store.find('simulations', {}, newest),
  ])
  const floorBps = simulation?.floorBps ?? FLOOR
  const { margins, unknown } = preview(plan, ctx.now, products)
  const byId = new Map(products.map((product) => [product._id, product]))
  return {
    floorBps,
    margins: margins.map(({ productId, skuId, ...margin }) => ({
      id: productId,
      title: byId.get(productId)?.title ?? '',
      specText: specsOf(byId.get(productId), skuId),
      ...margin,
      isBreach: margin.leftBps < floorBps,
    })),
    unknown: unknown.map((id) => ({ id, title: byId.get(id)?.title ?? '' })),
  }
}

/** Empty where the product has one SKU. */
function specsOf(product: Product | undefined, skuId: string): string {
  return product?.skus.find((sku) => sku.skuId === skuId)?.specValues.join(' ') ?? ''
}
