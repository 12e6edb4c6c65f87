// Changes of an admitted distributor's standing by the staff: never one's own.
import type { Distributor, DistributorStatus } from '@contract/model/people'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

const ADMITTED: readonly DistributorStatus[] = ['active', 'frozen']

/** Refuses DISTRIBUTOR_UNKNOWN (also for who was never admitted) and OWN_CASE. The audit trail keeps the reason. */
export async function changeStanding(
  ctx: Context,
  distributorId: string,
  change: Partial<Pick<Distributor, 'tier' | 'status'>>,
): Promise<Record<string, never>> {
  const distributor = await ctx.store.get('distributors', distributorId)
  if (!distributor) throw refuse('DISTRIBUTOR_UNKNOWN')
  if (distributor.memberId === ctx.caller.memberId) throw refuse('OWN_CASE')
  if (!ADMITTED.includes(distributor.status)) throw refuse('DISTRIBUTOR_UNKNOWN')
  // Guarded once more: they may have left between reading and writing.
  const where = { status: { in: ADMITTED } }
  await ctx.store.updateIf('distributors', distributorId, where, { set: change })
  return {}
}
