// 收藏: what a distributor keeps at hand, one document each under an id made of who and what.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'
import { readPage } from '../read-page'
import { insistUnlocked } from './insist-unlocked'
import { nameTargets, showOwnRow } from './show-material'

export function favouriteId(ctx: Context, materialId: string): string {
  return `${distributorIdOf(ctx.caller.memberId)}:${materialId}`
}

/** Repeating it changes nothing; a withdrawn one may still be let go. Refuses MATERIAL_WITHDRAWN, MATERIAL_LOCKED. */
export async function setFavourite(
  ctx: Context,
  { materialId, isFavourite }: Api['distributor.setFavourite']['parsed'],
): Promise<Api['distributor.setFavourite']['output']> {
  const _id = favouriteId(ctx, materialId)
  if (!isFavourite) {
    await ctx.store.removeMany('material_favourites', [_id], {})
    return {}
  }
  const material = await ctx.store.get('materials', materialId)
  if (!material?.isPublished) throw refuse('MATERIAL_WITHDRAWN')
  insistUnlocked(ctx, material)
  const distributorId = distributorIdOf(ctx.caller.memberId)
  await ctx.store.insert('material_favourites', { _id, distributorId, materialId, at: ctx.now })
  return {}
}

/** Refuses DISTRIBUTOR_NOT_ACTIVE. */
export async function listFavourites(
  ctx: Context,
  { cursor }: Api['distributor.listFavourites']['parsed'],
): Promise<Api['distributor.listFavourites']['output']> {
  const { tier } = insistActive(ctx)
  const where = { distributorId: distributorIdOf(ctx.caller.memberId) }
  const page = await readPage(ctx.store, 'material_favourites', { where, by: 'at', cursor })
  const ids = page.rows.map(({ materialId }) => materialId)
  const found = await ctx.store.getMany('materials', ids)
  const nameOf = await nameTargets(
    ctx,
    found.map(({ target }) => target),
  )
  const byId = new Map(found.map((material) => [material._id, material]))
  const rows = ids.flatMap((id) => {
    const material = byId.get(id)
    if (!material) return []
    const row = showOwnRow(material, nameOf(material.target), tier)
    return { ...row, isFavourite: true, isWithdrawn: !material.isPublished }
  })
  return { rows, next: page.next }
}
