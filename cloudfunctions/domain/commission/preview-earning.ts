// 分享赚: what sharing a product would pay, computed by the very arithmetic that pays it.
import type { Product, Sku } from '@contract/model/goods'
import type { Fen } from '@contract/money'
import type { CompiledPlan } from './compile-plan'
import { computeLine } from './compute-line'

export interface EarnPreview {
  readonly skus: readonly { readonly skuId: string; readonly earnFen: Fen }[]
  /** The least and the most over the SKUs (fen). */
  readonly minFen: Fen
  readonly maxFen: Fen
}

/**
 * Level 1's amount for one unit of each SKU at the price a friend pays, if paid at `at` (ms). The inviter's tier
 * (null = no active inviter) counts because both levels share the cap.
 */
export function previewEarning(preview: {
  readonly plan: CompiledPlan
  readonly at: number
  readonly tier: string
  readonly inviterTier: string | null
  readonly product: Pick<Product, '_id' | 'categoryId'> & {
    readonly skus: readonly Pick<Sku, 'skuId' | 'priceFen'>[]
  }
}): EarnPreview {
  const { plan, at, tier, inviterTier, product } = preview
  const skus = product.skus.map(({ skuId, priceFen }) => {
    const line = { skuId, productId: product._id, categoryId: product.categoryId }
    const amounts = computeLine(plan, { ...line, baseFen: priceFen }, at, tier, inviterTier)
    return { skuId, earnFen: amounts.amount1Fen }
  })
  const earned = skus.map((sku) => sku.earnFen)
  if (earned.length === 0) return { skus, minFen: 0 as Fen, maxFen: 0 as Fen }
  return { skus, minFen: Math.min(...earned) as Fen, maxFen: Math.max(...earned) as Fen }
}
