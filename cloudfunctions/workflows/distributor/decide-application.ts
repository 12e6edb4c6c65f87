// 审核申请: admits a distributor (once they have signed, where the shop has an agreement), or turns them down.
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import { refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { admit } from '../recruitment/admit'
import { applicationId } from '../recruitment/application-id'

/**
 * Deciding the same again changes nothing; somebody rejected may still be admitted. Refuses DISTRIBUTOR_UNKNOWN,
 * OWN_CASE, REASON_REQUIRED, ALREADY_DISTRIBUTOR (rejecting someone who was admitted).
 */
export function decideApplication(
  ctx: Context,
  input: Api['owner.decideApplication']['parsed'],
): Promise<Api['owner.decideApplication']['output']> {
  const { distributorId, isAdmitted, reason } = input
  if (!isAdmitted && reason === '') throw refuse('REASON_REQUIRED')
  return ctx.store.transaction(async (tx) => {
    const applicant = await tx.get('distributors', distributorId)
    if (!applicant) throw refuse('DISTRIBUTOR_UNKNOWN')
    if (applicant.memberId === ctx.caller.memberId) throw refuse('OWN_CASE')
    const isDecided = isAdmitted
      ? await approve(tx, ctx, applicant)
      : await reject(tx, applicant, reason, ctx.now)
    if (isDecided) await noteOutcome(tx, ctx, applicant, isAdmitted ? null : reason)
    return {}
  })
}

async function approve(tx: Transaction, ctx: Context, applicant: Distributor): Promise<boolean> {
  if (applicant.status !== 'applied' && applicant.status !== 'rejected') return false
  const shop = await tx.get('settings', 'shop')
  if (!shop?.agreement) {
    await admit(tx, applicant, { shop, now: ctx.now })
    return true
  }
  const set = { status: 'approved', rejectReason: null }
  await tx.update('distributors', applicant._id, { set })
  return true
}

async function reject(
  tx: Transaction,
  applicant: Distributor,
  reason: string,
  now: number,
): Promise<boolean> {
  if (applicant.status === 'rejected') return false
  if (applicant.status !== 'applied' && applicant.status !== 'approved') {
    throw refuse('ALREADY_DISTRIBUTOR')
  }
  const set = { status: 'rejected', rejectReason: reason, rejectedAt: now }
  await tx.update('distributors', applicant._id, { set })
  return true
}

async function noteOutcome(
  tx: Transaction,
  ctx: Context,
  { _id, applicationRound }: Distributor,
  reason: string | null,
): Promise<void> {
  if (applicationRound === undefined) return
  const outcome = reason === null ? 'approved' : 'rejected'
  const decision = { outcome, decidedAt: ctx.now, decidedBy: ctx.caller.memberId, reason }
  await tx.update('applications', applicationId(_id, applicationRound), { set: decision })
}
