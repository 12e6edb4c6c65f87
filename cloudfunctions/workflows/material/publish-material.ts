// 撤下/重新发布: from then on distributors no longer see it, or see it again.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { countMaterial } from './product-notes'

/** Doing it twice changes nothing; its uses and favourites stay. Refuses NOT_FOUND. */
export async function publishMaterial(
  ctx: Context,
  { materialId, isPublished }: Api['owner.publishMaterial']['parsed'],
): Promise<Api['owner.publishMaterial']['output']> {
  await ctx.store.transaction(async (tx) => {
    const material = await tx.get('materials', materialId)
    if (!material) throw refuse('NOT_FOUND')
    if (material.isPublished === isPublished) return
    const { target } = material
    const set = {
      isPublished,
      publishedAt: isPublished ? ctx.now : material.publishedAt,
      revision: material.revision + 1,
      updatedAt: ctx.now,
    }
    await tx.update('materials', materialId, { set })
    if (target.kind === 'product') await countMaterial(tx, target.productId, isPublished ? 1 : -1)
  })
  return {}
}
