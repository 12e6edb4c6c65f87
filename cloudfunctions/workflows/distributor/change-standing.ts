// Changes of an admitted distributor's standing by the staff: never one's own.
import type { Distributor, DistributorStatus } from '@contract/model/people'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

const ADMITTED: readonly DistributorStatus[] = ['active', 'frozen']

/**
 * Setting what already is changes nothing. Refuses DISTRIBUTOR_UNKNOWN (also for who was never admitted) and OWN_CASE.
 * The audit trail keeps the reason.
 */
export function changeStanding(
  ctx: Context,
  distributorId: string,
  change: Partial<Pick<Distributor, 'tier' | 'status'>>,
): Promise<Record<string, never>> {
  return ctx.store.transaction(async (tx) => {
    const distributor = await tx.get('distributors', distributorId)
    if (!distributor) throw refuse('DISTRIBUTOR_UNKNOWN')
    if (distributor.memberId === ctx.caller.memberId) throw refuse('OWN_CASE')
    if (!ADMITTED.includes(distributor.status)) throw refuse('DISTRIBUTOR_UNKNOWN')
    const { status, tier } = { ...distributor, ...change }
    if (status === distributor.status && tier === distributor.tier) return {}
    const standings = [...distributor.standings, { at: ctx.now, status, tier }]
    await tx.update('distributors', distributorId, { set: { status, tier, standings } })
    return {}
  })
}
