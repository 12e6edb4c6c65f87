// Whether someone's approval counts: never one's own case, never the same pair of eyes twice, never of who has left.
import type { Withdrawal } from '@contract/model/ledger'
import type { Member } from '@contract/model/people'
import type { WithdrawalPolicy } from '@contract/model/shop'
import type { Facts, RefusalCode } from '@contract/refusals'
import { refuse, type Refusal } from '../refuse'

export type Approval = Withdrawal['approvals'][number]
export type ApprovalDecision =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'counted'
      /** All that was ever said, also by people who have left since. */
      readonly approvals: Withdrawal['approvals']
      /** It was the last one needed: the withdrawal is approved. */
      readonly isFinal: boolean
    }

type Case = Pick<Withdrawal, 'status' | 'memberId' | 'approvals' | 'needsApprovals'>

/** Who may approve: owners and finance. */
export function isApprover({ staffRoles }: Pick<Member, 'staffRoles'>): boolean {
  return staffRoles.includes('owner') || staffRoles.includes('finance')
}

/**
 * `approvers` are the ids of those who may approve now: an earlier approval counts only while its giver is one of
 * them. A "no" carries WITHDRAWAL_MOVED_ON, OWN_CASE or FOUR_EYES `{ thresholdFen }`.
 */
export function decideApproval(
  withdrawal: Case,
  approval: Approval,
  approvers: ReadonlySet<string>,
  policy: Pick<WithdrawalPolicy, 'fourEyesFen'>,
): ApprovalDecision {
  const code = blockedBy(withdrawal, approval.by)
  if (code !== null) {
    const facts: Facts = code === 'FOUR_EYES' ? { thresholdFen: policy.fourEyesFen } : {}
    return { kind: 'refused', refusal: refuse(code, facts) }
  }
  const approvals = [...withdrawal.approvals, approval]
  const counting = countApprovals(withdrawal, approvers) + 1
  return { kind: 'counted', approvals, isFinal: counting >= withdrawal.needsApprovals }
}

/** Approvals whose givers may still approve. */
export function countApprovals(
  withdrawal: Pick<Withdrawal, 'approvals'>,
  approvers: ReadonlySet<string>,
): number {
  return withdrawal.approvals.filter((one) => approvers.has(one.by)).length
}

/** How many people could still approve: with fewer than are missing, it waits until the shop has another. */
export function countEligible(withdrawal: Case, approvers: ReadonlySet<string>): number {
  return [...approvers].filter((id) => blockedBy(withdrawal, id) === null).length
}

/** Why a member can't approve a withdrawal, for the payout desk; null when they can. */
export function blockedBy(withdrawal: Case, memberId: string): RefusalCode | null {
  if (withdrawal.status !== 'requested') return 'WITHDRAWAL_MOVED_ON'
  if (withdrawal.memberId === memberId) return 'OWN_CASE'
  return withdrawal.approvals.some((approval) => approval.by === memberId) ? 'FOUR_EYES' : null
}
