// 撤回争议: the claimant takes their claim back.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** Again changes nothing. Refuses DISPUTE_UNKNOWN (also for who did not raise it), DISPUTE_ENDED once it is decided. */
export async function withdrawDispute(
  ctx: Context,
  { disputeId }: Api['distributor.withdrawDispute']['parsed'],
): Promise<Api['distributor.withdrawDispute']['output']> {
  const ownId = distributorIdOf(ctx.caller.memberId)
  return ctx.store.transaction(async (tx) => {
    const dispute = await tx.get('disputes', disputeId)
    if (dispute?.claimantId !== ownId) throw refuse('DISPUTE_UNKNOWN')
    if (dispute.status === 'withdrawn') return {}
    if (!dispute.isOpen) throw refuse('DISPUTE_ENDED')
    const set = { status: 'withdrawn', isOpen: false, endedAt: ctx.now }
    await tx.update('disputes', disputeId, { set })
    return {}
  })
}
