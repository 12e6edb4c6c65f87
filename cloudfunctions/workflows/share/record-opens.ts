// Repeated opens that a phone gathered: one document a batch, named by the request, so that sending it twice adds once.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { visitId } from './open-share'

/** Only shares this person has really opened count; codes made up, or somebody else's visits, are left out. */
export async function recordOpens(
  ctx: Context,
  { opens }: Api['mall.recordOpens']['parsed'],
): Promise<Api['mall.recordOpens']['output']> {
  const { memberId } = ctx.caller
  const told = new Map(opens.map(({ shareCode, count }) => [shareCode, count]))
  const ids = [...told.keys()].map((code) => visitId(code, memberId))
  const visits = await ctx.store.getMany('visits', ids)
  const kept = visits.map(({ shareCode, distributorId }) => ({
    shareCode,
    distributorId,
    count: told.get(shareCode) ?? 0,
  }))
  if (kept.length > 0) {
    await ctx.store.insert('open_batches', {
      _id: `${memberId}:${ctx.requestId}`,
      memberId,
      distributorIds: [...new Set(kept.map(({ distributorId }) => distributorId))],
      opens: kept,
      at: ctx.now,
    })
  }
  return { count: kept.reduce((sum, { count }) => sum + count, 0) }
}
