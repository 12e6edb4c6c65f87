// 素材详情: one material whole, with what helps to speak of its product.
import type { Api } from '@contract/api'
import { isLocked } from '../../domain/material/is-locked'
import type { Context } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'
import { favouriteId } from './keep-favourites'
import { readNotes } from './product-notes'
import { nameTargets } from './show-material'

/** One that was withdrawn, or is for higher tiers, answers null: the page leads on. Refuses DISTRIBUTOR_NOT_ACTIVE. */
export async function getMaterial(
  ctx: Context,
  { materialId }: Api['distributor.getMaterial']['parsed'],
): Promise<Api['distributor.getMaterial']['output']> {
  const { tier } = insistActive(ctx)
  const material = await ctx.store.get('materials', materialId)
  const none = { material: null, points: [], faq: [] }
  if (!material?.isPublished) return none
  if (isLocked(material, tier)) return { ...none, lockedFor: material.minTier ?? tier }
  const { target, title, kind, text, video, publishedAt, usedCount } = material
  const [nameOf, favourite, { points, faq }] = await Promise.all([
    nameTargets(ctx, [target]),
    ctx.store.get('material_favourites', favouriteId(ctx, materialId)),
    readNotes(ctx, target.kind === 'product' ? target.productId : null),
  ])
  return {
    material: {
      id: materialId,
      ...{ target, title, kind, text, video, publishedAt, usedCount },
      targetName: nameOf(target),
      pictures: [...material.pictures],
      tags: [...material.tags],
      isFavourite: favourite !== null,
    },
    points,
    faq,
  }
}
