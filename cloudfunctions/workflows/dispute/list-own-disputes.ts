// 顾客争议: those the caller raised, and those about the caller's customers.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { showOwnDispute, showStatements } from './show-dispute'

const SIDES = { claimant: 'claimantId', holder: 'holderId' } as const

export async function listOwnDisputes(
  ctx: Context,
  { side, cursor }: Api['distributor.listDisputes']['parsed'],
): Promise<Api['distributor.listDisputes']['output']> {
  const ownId = distributorIdOf(ctx.caller.memberId)
  const where = { [SIDES[side]]: ownId }
  const page = await readPage(ctx.store, 'disputes', { where, by: 'raisedAt', cursor })
  return { rows: page.rows.map((row) => showOwnDispute(row, ownId)), next: page.next }
}

/** Refuses DISPUTE_UNKNOWN, also for who is neither of the two. */
export async function getOwnDispute(
  ctx: Context,
  { disputeId }: Api['distributor.getDispute']['parsed'],
): Promise<Api['distributor.getDispute']['output']> {
  const ownId = distributorIdOf(ctx.caller.memberId)
  const dispute = await ctx.store.get('disputes', disputeId)
  if (!dispute || ![dispute.claimantId, dispute.holderId].includes(ownId)) {
    throw refuse('DISPUTE_UNKNOWN')
  }
  const { decision } = dispute
  return {
    ...showOwnDispute(dispute, ownId),
    ...showStatements(dispute),
    decision: decision && { reason: decision.reason, isMoved: decision.isMoved },
  }
}
