// 移交记录: who answered for a distributor and who since, newest first, each with who moved it and why.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { insistOthersCase } from './insist-others-case'

/** Refuses DISTRIBUTOR_UNKNOWN and OWN_CASE: reasons are not for the person they are about. */
export async function listHandOvers(
  ctx: Context,
  { distributorId, cursor }: Api['owner.listHandOvers']['parsed'],
): Promise<Api['owner.listHandOvers']['output']> {
  await insistOthersCase(ctx, distributorId)
  const where = { distributorId }
  const page = await readPage(ctx.store, 'hand_overs', { where, by: 'at', cursor })
  const rows = page.rows.map(({ _id, from, to, by, reason, at }) => ({
    id: _id,
    from: from?.name ?? null,
    to: to?.name ?? null,
    byName: by.name,
    reason,
    at,
  }))
  return { rows, next: page.next }
}
