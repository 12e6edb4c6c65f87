// 记一次使用: one small document under an id made of the facts, so that no counter is fought over.
import type { Api } from '@contract/api'
import { dateOf } from '@contract/time'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { insistUnlocked } from './insist-unlocked'

/** Once a Shanghai day for each kind of use; the timer counts it. Refuses MATERIAL_WITHDRAWN, MATERIAL_LOCKED. */
export async function recordMaterialUse(
  ctx: Context,
  { materialId, kind }: Api['distributor.recordMaterialUse']['parsed'],
): Promise<Api['distributor.recordMaterialUse']['output']> {
  const material = await ctx.store.get('materials', materialId)
  if (!material?.isPublished) throw refuse('MATERIAL_WITHDRAWN')
  insistUnlocked(ctx, material)
  const distributorId = distributorIdOf(ctx.caller.memberId)
  const on = dateOf(ctx.now)
  await ctx.store.insert('material_uses', {
    _id: `${materialId}:${distributorId}:${kind}:${on}`,
    ...{ materialId, distributorId, kind, on },
    at: ctx.now,
  })
  return {}
}
