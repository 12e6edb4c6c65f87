// 顾客争议: whether a claim may be raised, answered, taken back or decided.
import type { Attribution } from '@contract/model/distribution'
import type { Dispute } from '@contract/model/dispute'
import type { Distributor } from '@contract/model/people'
import { isExpired, ringOf } from '../attribution/decide-binding'
import { isReleased } from '../attribution/is-released'
import { ALLOWED, refused, type Verdict } from '../refuse'

/** Names a claim: who claims, whom, and the binding they dispute, which no other has the moment of. */
export function disputeFacts(
  claimantId: string,
  { _id, boundAt }: Pick<Attribution, '_id' | 'boundAt'>,
): string {
  return `${claimantId}:${_id}:${boundAt}`
}

export interface Claim {
  readonly claimant: Pick<Distributor, '_id' | 'status' | 'uplineIds'>
  readonly customerId: string
  readonly current: Attribution | null
  /** Whoever `current` is bound to. */
  readonly holder: Pick<Distributor, 'status' | 'exit'> | null
  readonly now: number
}

/** Somebody else's customer can be claimed. Refuses DISPUTE_RING, DISPUTE_NOBODYS, DISPUTE_MINE. */
export function judgeClaim({ claimant, customerId, current, holder, now }: Claim): Verdict {
  if (ringOf({ sharer: claimant, visitorId: customerId }) !== null) return refused('DISPUTE_RING')
  if (!isHeld(current, holder, now)) return refused('DISPUTE_NOBODYS')
  return current?.distributorId === claimant._id ? refused('DISPUTE_MINE') : ALLOWED
}

/** Whether somebody has the customer: a binding that neither ran out nor ended with its distributor. */
export function isHeld(
  current: Attribution | null,
  holder: Pick<Distributor, 'status' | 'exit'> | null,
  now: number,
): current is Attribution {
  return current !== null && !isExpired(current, now) && !isReleased(current, holder)
}

/** An answer is given once, also late, as long as nothing is decided. Refuses DISPUTE_ENDED, DISPUTE_ANSWERED. */
export function judgeAnswer({ isOpen, answer }: Dispute): Verdict {
  if (!isOpen) return refused('DISPUTE_ENDED')
  return answer === null ? ALLOWED : refused('DISPUTE_ANSWERED')
}

/** Whether it waits for the shop alone: answered, or the time for it is over. */
export function isRipe({ isOpen, answer, answerBy }: Dispute, now: number): boolean {
  return isOpen && (answer !== null || now >= answerBy)
}

/** Nobody loses a customer unheard. Refuses DISPUTE_ENDED, DISPUTE_UNHEARD. */
export function judgeDecision(dispute: Dispute, now: number, until: string): Verdict {
  if (!dispute.isOpen) return refused('DISPUTE_ENDED')
  return isRipe(dispute, now) ? ALLOWED : refused('DISPUTE_UNHEARD', { until })
}
