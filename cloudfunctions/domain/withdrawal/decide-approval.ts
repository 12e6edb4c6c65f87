// Whether someone's approval counts: never one's own case, never twice the same pair of eyes.
import type { Withdrawal } from '@contract/model/ledger'
import type { WithdrawalPolicy } from '@contract/model/shop'
import type { Facts, RefusalCode } from '@contract/refusals'
import { refuse, type Refusal } from '../refuse'

export type Approval = Withdrawal['approvals'][number]
export type ApprovalDecision =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'counted'
      readonly approvals: Withdrawal['approvals']
      /** It was the last one needed: the withdrawal is approved. */
      readonly isFinal: boolean
    }

type Case = Pick<Withdrawal, 'status' | 'memberId' | 'approvals' | 'needsApprovals'>

/** A "no" carries WITHDRAWAL_MOVED_ON, OWN_CASE or FOUR_EYES `{ thresholdFen }`. */
export function decideApproval(
  withdrawal: Case,
  approval: Approval,
  policy: Pick<WithdrawalPolicy, 'fourEyesFen'>,
): ApprovalDecision {
  const code = blockedBy(withdrawal, approval.by)
  if (code !== null) {
    const facts: Facts = code === 'FOUR_EYES' ? { thresholdFen: policy.fourEyesFen } : {}
    return { kind: 'refused', refusal: refuse(code, facts) }
  }
  const approvals = [...withdrawal.approvals, approval]
  return { kind: 'counted', approvals, isFinal: approvals.length >= withdrawal.needsApprovals }
}

/** Why a member can't approve a withdrawal, for the payout desk; null when they can. */
export function blockedBy(withdrawal: Case, memberId: string): RefusalCode | null {
  if (withdrawal.status !== 'requested') return 'WITHDRAWAL_MOVED_ON'
  if (withdrawal.memberId === memberId) return 'OWN_CASE'
  return withdrawal.approvals.some((approval) => approval.by === memberId) ? 'FOUR_EYES' : null
}
