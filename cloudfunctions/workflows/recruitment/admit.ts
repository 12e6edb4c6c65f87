// 加入: makes an applicant a distributor with an empty wallet, inside the transaction that decided or signed.
import type { Distributor } from '@contract/model/people'
import { checkInviter } from '../../domain/attribution/check-inviter'
import { emptyWallet } from '../../domain/ledger/post-to-wallet'
import type { Transaction } from '../../ports/store'

/** `more` is what else the transaction knows of them: a signature. The inviter counts as they are now. */
export async function admit(
  tx: Transaction,
  applicant: Distributor,
  now: number,
  more: Partial<Distributor> = {},
): Promise<void> {
  const asked = applicant.inviterId && (await tx.get('distributors', applicant.inviterId))
  const check = checkInviter(applicant._id, asked || null)
  const standing = { status: 'active', tier: 'sprout' }
  const set = {
    ...more,
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
