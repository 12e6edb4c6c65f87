// 素材库: the published materials, in the shop's own order, the newest first, or the most used first.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'
import { readPage } from '../read-page'
import { favouriteId } from './keep-favourites'
import { nameTargets, showOwnRow } from './show-material'

type Input = Api['distributor.listMaterials']['parsed']

const ORDERS = {
  shop: 'standing',
  new: 'publishedAt',
  used: 'usedCount',
} as const satisfies Record<Input['order'], string>

/** Refuses DISTRIBUTOR_NOT_ACTIVE. */
export async function listMaterials(
  ctx: Context,
  { targetKind, productId, keyword, order, cursor }: Input,
): Promise<Api['distributor.listMaterials']['output']> {
  const { tier } = insistActive(ctx)
  const where = {
    isPublished: true,
    ...(productId ? { targetKey: `product:${productId}` } : targetKind ? { targetKind } : {}),
    ...(keyword ? { title: { contains: keyword } } : {}),
  }
  const page = await readPage(ctx.store, 'materials', { where, by: ORDERS[order], cursor })
  const [nameOf, favourites] = await Promise.all([
    nameTargets(
      ctx,
      page.rows.map(({ target }) => target),
    ),
    ctx.store.getMany(
      'material_favourites',
      page.rows.map(({ _id }) => favouriteId(ctx, _id)),
    ),
  ])
  const kept = new Set(favourites.map(({ materialId }) => materialId))
  return {
    rows: page.rows.map((material) => ({
      ...showOwnRow(material, nameOf(material.target), tier),
      isFavourite: kept.has(material._id),
    })),
    next: page.next,
  }
}
