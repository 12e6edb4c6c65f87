// 结束合作: either side ends it. No fen moves: what is pending settles as ever, what is settled can be withdrawn.
import type { Api } from '@contract/api'
import type { DistributorExit } from '@contract/model/recruitment'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { refuse, type Refusal } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** By the distributor themself, frozen or not; again changes nothing. Refuses DISTRIBUTOR_ONLY. */
export function leave(
  ctx: Context,
  { reason }: Api['distributor.leave']['parsed'],
): Promise<Api['distributor.leave']['output']> {
  const exit: DistributorExit = { at: ctx.now, by: 'self', reason }
  return end(ctx, distributorIdOf(ctx.caller.memberId), exit, refuse('DISTRIBUTOR_ONLY'))
}

/** By the shop; again changes nothing. Refuses DISTRIBUTOR_UNKNOWN (also for who was never admitted), OWN_CASE. */
export function endDistributor(
  ctx: Context,
  { distributorId, reason }: Api['owner.endDistributor']['parsed'],
): Promise<Api['owner.endDistributor']['output']> {
  if (distributorId === distributorIdOf(ctx.caller.memberId)) throw refuse('OWN_CASE')
  const exit: DistributorExit = { at: ctx.now, by: 'shop', reason }
  return end(ctx, distributorId, exit, refuse('DISTRIBUTOR_UNKNOWN'))
}

function end(
  ctx: Context,
  distributorId: string,
  exit: DistributorExit,
  unknown: Refusal,
): Promise<Record<string, never>> {
  return ctx.store.transaction(async (tx) => {
    const person = await tx.get('distributors', distributorId)
    if (!person?.admittedAt) throw unknown
    if (person.status === 'exited') return {}
    const standing = { at: ctx.now, status: 'exited', tier: person.tier }
    const set = { status: 'exited', exit, standings: [...person.standings, standing] }
    await tx.update('distributors', distributorId, { set })
    return {}
  })
}
