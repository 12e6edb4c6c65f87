// 加入: makes an applicant a distributor with an empty wallet, inside the transaction that decided or signed.
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { isLapsed } from '../../domain/agreement/signing-state'
import { checkInviter } from '../../domain/attribution/check-inviter'
import { emptyWallet } from '../../domain/ledger/post-to-wallet'
import type { Transaction } from '../../ports/store'

interface Admission {
  readonly shop: Pick<Shop, 'agreement'> | null
  readonly now: number
  /** What else the transaction knows of them: a signature. */
  readonly more?: Partial<Distributor>
}

/** The inviter counts as they are now. */
export async function admit(
  tx: Transaction,
  applicant: Distributor,
  { shop, now, more }: Admission,
): Promise<void> {
  const asked = applicant.inviterId && (await tx.get('distributors', applicant.inviterId))
  const inviter = asked || null
  const hasLapsed = inviter !== null && isLapsed(shop?.agreement, inviter, now)
  const check = checkInviter(applicant._id, inviter, hasLapsed)
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
