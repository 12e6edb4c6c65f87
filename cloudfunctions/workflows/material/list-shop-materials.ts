// 素材管理: all materials, published and withdrawn, with their counts.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { nameTargets, showRow } from './show-material'

const SHOWN = {
  all: {},
  published: { isPublished: true },
  withdrawn: { isPublished: false },
} as const

export async function listShopMaterials(
  ctx: Context,
  { shown, keyword, cursor }: Api['owner.listMaterials']['parsed'],
): Promise<Api['owner.listMaterials']['output']> {
  const where = {
    ...SHOWN[shown],
    ...(keyword ? { title: { contains: keyword } } : {}),
  }
  const page = await readPage(ctx.store, 'materials', { where, by: 'standing', cursor })
  const nameOf = await nameTargets(
    ctx,
    page.rows.map(({ target }) => target),
  )
  const rows = page.rows.map((material) => ({
    ...showRow(material, nameOf(material.target)),
    isPublished: material.isPublished,
    sort: material.sort,
    counts: { ...material.counts },
  }))
  return { rows, next: page.next }
}
