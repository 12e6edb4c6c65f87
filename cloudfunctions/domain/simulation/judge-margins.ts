// 毛利底线: what products leave the shop after commissions, where the shop has said what they cost.
import { timesFen } from '@contract/money'
import type { Sku } from '@contract/model/goods'
import type { ComparedSku, ProductMargin } from '@contract/model/simulation'
import { marginBps } from '../commission/margin-bps'

/**
 * By product, the smallest margin under the draft first. Left out: products of which nothing was kept, and those with
 * a SKU whose cost is not known, because a margin of a part would be no margin.
 */
export function judgeMargins(
  bySku: readonly ComparedSku[],
  costs: ReadonlyMap<string, Sku['costFen']>,
): ProductMargin[] {
  const products = new Map<string, { kept: number; cost: number; draft: number; real: number }>()
  const unknown = new Set<string>()
  for (const { skuId, productId, keptUnits, keptFen, draftFen, realFen } of bySku) {
    if (keptUnits === 0 && keptFen === 0) continue
    const costFen = costs.get(skuId) ?? null
    if (costFen === null) unknown.add(productId)
    const sum = products.get(productId) ?? { kept: 0, cost: 0, draft: 0, real: 0 }
    sum.kept += keptFen
    sum.cost += timesFen(costFen ?? 0, keptUnits)
    sum.draft += draftFen
    sum.real += realFen
    products.set(productId, sum)
  }
  return [...products]
    .filter(([productId, { kept }]) => kept > 0 && !unknown.has(productId))
    .map(([productId, { kept, cost, draft, real }]) => ({
      productId,
      draftBps: marginBps(kept, cost + draft),
      realBps: marginBps(kept, cost + real),
    }))
    .sort((a, b) => a.draftBps - b.draftBps)
}
