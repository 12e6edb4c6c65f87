// 编辑素材: one material as its owner edits it, and who used it most.
import type { Api } from '@contract/api'
import type { MaterialUser } from '@contract/model/material'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { nameTargets, tierOf } from './show-material'

const TOP = 10

/** Refuses NOT_FOUND. */
export async function editMaterial(
  ctx: Context,
  { materialId }: Api['owner.getMaterial']['parsed'],
): Promise<Api['owner.getMaterial']['output']> {
  const material = await ctx.store.get('materials', materialId)
  if (!material) throw refuse('NOT_FOUND')
  const order = [
    ['usedCount', 'desc'],
    ['_id', 'asc'],
  ] as const
  const [nameOf, users, cursor] = await Promise.all([
    nameTargets(ctx, [material.target]),
    ctx.store.find('material_users', { materialId }, { order, limit: TOP }),
    ctx.store.get('material_cursors', 'materials'),
  ])
  const { title, target, text, video, sort, isPublished, revision, usedCount } = material
  return {
    id: materialId,
    ...{ title, target, text, video, sort, isPublished, revision, usedCount },
    targetName: nameOf(target),
    ...tierOf(material),
    pictures: [...material.pictures],
    tags: [...material.tags],
    counts: { ...material.counts },
    asOf: cursor && cursor.asOf > 0 ? cursor.asOf : null,
    topUsers: await nameUsers(ctx, users),
  }
}

async function nameUsers(ctx: Context, users: readonly MaterialUser[]) {
  const people = await ctx.store.getMany(
    'distributors',
    users.map(({ distributorId }) => distributorId),
  )
  const names = new Map(people.map(({ _id, name }) => [_id, name]))
  return users.map(({ distributorId, copied, saved, shared, usedCount }) => {
    return { name: names.get(distributorId) ?? '', copied, saved, shared, usedCount }
  })
}
