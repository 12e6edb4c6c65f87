// 毛利预览: what a plan leaves of one unit of each product when it pays most, by the arithmetic that pays.
import { addFen, subtractFen, type Fen } from '@contract/money'
import type { Product, Sku } from '@contract/model/goods'
import type { CompiledPlan } from './compile-plan'
import { computeLine } from './compute-line'
import { marginBps } from './margin-bps'

type Goods = Pick<Product, '_id' | 'categoryId'> & {
  readonly skus: readonly Pick<Sku, 'skuId' | 'priceFen' | 'costFen'>[]
}

/** Of one SKU: what is left of its price after its cost and both levels' commissions. */
export interface MarginPreview {
  readonly productId: string
  readonly skuId: string
  readonly priceFen: Fen
  readonly costFen: Fen
  /** Level 1 and 2 together, under the cap. */
  readonly commissionFen: Fen
  /** May be below 0. */
  readonly leftFen: Fen
  readonly leftBps: number
  /** `campaign:K1`, `sku:S1`, `product:P2`, `category:C1` or `plan`. */
  readonly rule: string
  readonly isCapped: boolean
}

export interface MarginPreviews {
  /** In the products' order: of each the SKU that keeps the smallest share. */
  readonly margins: readonly MarginPreview[]
  /** Products with a SKU whose cost is not known: a margin of a part would be no margin. */
  readonly unknown: readonly string[]
}

/**
 * Both levels are taken at the tier with the highest bonus of that level, and at the moment from `now` (ms) on at which
 * the plan's campaigns pay the product most. A SKU without a price counts for nothing.
 */
export function previewMargins(
  plan: CompiledPlan,
  now: number,
  products: readonly Goods[],
): MarginPreviews {
  const tiers = highestTiers(plan)
  const margins: MarginPreview[] = []
  const unknown: string[] = []
  for (const product of products) {
    const skus = product.skus.filter(({ priceFen }) => priceFen > 0)
    if (skus.some(({ costFen }) => costFen === undefined || costFen === null)) {
      unknown.push(product._id)
      continue
    }
    const rows = skus.flatMap((sku) =>
      momentsOf(plan, product._id, now).map((at) => previewSku({ plan, at, tiers, product, sku })),
    )
    const [least] = rows.sort((a, b) => a.leftBps - b.leftBps || a.leftFen - b.leftFen)
    if (least) margins.push(least)
  }
  return { margins, unknown }
}

interface Tiers {
  readonly tier1: string
  readonly tier2: string
}

/** `''` where no tier has a bonus. */
function highestTiers(plan: CompiledPlan): Tiers {
  let [tier1, tier2, most1, most2] = ['', '', 0, 0]
  for (const [tier, { bonus1Bps, bonus2Bps }] of plan.bonusByTier) {
    if (bonus1Bps > most1) [tier1, most1] = [tier, bonus1Bps]
    if (bonus2Bps > most2) [tier2, most2] = [tier, bonus2Bps]
  }
  return { tier1, tier2 }
}

/** Now, and where a campaign of the product begins or gives way to another: rates change at no other moment. */
function momentsOf(plan: CompiledPlan, productId: string, now: number): readonly number[] {
  const campaigns = plan.campaigns.get(productId) ?? []
  const turns = campaigns.flatMap(({ fromAt, toAt }) => [fromAt, toAt])
  return [now, ...turns.filter((at) => at > now)]
}

function previewSku(of: {
  readonly plan: CompiledPlan
  readonly at: number
  readonly tiers: Tiers
  readonly product: Goods
  readonly sku: Goods['skus'][number]
}): MarginPreview {
  const { plan, at, tiers, product, sku } = of
  const { skuId, priceFen } = sku
  const costFen = addFen(sku.costFen ?? 0)
  const line = { skuId, productId: product._id, categoryId: product.categoryId, baseFen: priceFen }
  const paid = computeLine(plan, line, at, tiers.tier1, tiers.tier2)
  const commissionFen = addFen(paid.amount1Fen, paid.amount2Fen)
  const spent = addFen(costFen, commissionFen)
  return {
    productId: product._id,
    skuId,
    priceFen,
    costFen,
    commissionFen,
    leftFen: subtractFen(priceFen, spent),
    leftBps: marginBps(priceFen, spent),
    rule: paid.rule.name,
    isCapped: paid.isCapped,
  }
}
