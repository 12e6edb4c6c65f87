// 备注: what the staff want to remember of somebody. Only added to; the person concerned never sees it.
import type { Api } from '@contract/api'
import { idOf } from '@contract/ids'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { suffixOfRequest } from '../name-by-request'
import { insistOthersCase } from './insist-others-case'

/**
 * The request id names the note: sent again it is the same one. Refuses DISTRIBUTOR_UNKNOWN, OWN_CASE, and
 * IDEMPOTENCY_CONFLICT for the same request with another text or about somebody else.
 */
export async function addPersonNote(
  ctx: Context,
  { distributorId, text }: Api['owner.addPersonNote']['parsed'],
): Promise<Api['owner.addPersonNote']['output']> {
  await insistOthersCase(ctx, distributorId)
  const { memberId: authorId, member } = ctx.caller
  const _id = idOf('note', suffixOfRequest(ctx))
  const note = { _id, distributorId, authorId, authorName: member.nickname, text, at: ctx.now }
  if (await ctx.store.insert('person_notes', note)) return {}
  const earlier = await ctx.store.get('person_notes', _id)
  const isSame = earlier?.text === text && earlier.distributorId === distributorId
  if (!isSame) throw refuse('IDEMPOTENCY_CONFLICT')
  return {}
}
