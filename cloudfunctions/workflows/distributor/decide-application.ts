// 审核申请: admits a distributor with an empty wallet, or turns the application down with a reason.
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import { checkInviter } from '../../domain/attribution/check-inviter'
import { emptyWallet } from '../../domain/ledger/post-to-wallet'
import { refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'

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
    if (isAdmitted) await admit(tx, applicant, ctx.now)
    else await reject(tx, applicant, reason)
    return {}
  })
}

async function admit(tx: Transaction, applicant: Distributor, now: number): Promise<void> {
  if (applicant.status !== 'applied' && applicant.status !== 'rejected') return
  const asked = applicant.inviterId && (await tx.get('distributors', applicant.inviterId))
  const inviter = asked || null
  const check = checkInviter(applicant._id, inviter)
  const standing = { status: 'active', tier: 'sprout' }
  const set = {
    ...standing,
    standings: [{ at: now, ...standing }],
    inviterId: check.isValid ? applicant.inviterId : null,
    uplineIds: check.isValid ? check.uplineIds : [],
    admittedAt: now,
    rejectReason: null,
  }
  await tx.update('distributors', applicant._id, { set })
  const wallet = await tx.get('wallets', applicant._id)
  if (!wallet) await tx.insert('wallets', emptyWallet(applicant._id))
}

async function reject(tx: Transaction, applicant: Distributor, reason: string): Promise<void> {
  if (applicant.status === 'rejected') return
  if (applicant.status !== 'applied') throw refuse('ALREADY_DISTRIBUTOR')
  const set = { status: 'rejected', rejectReason: reason }
  await tx.update('distributors', applicant._id, { set })
}
