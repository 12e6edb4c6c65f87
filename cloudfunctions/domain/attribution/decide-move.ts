// 移客户: whether the shop may make a customer somebody else's, by hand or by a decided dispute, and the binding then.
import { DAY_MS } from '@contract/time'
import type { Attribution, AttributionChange } from '@contract/model/distribution'
import { ALLOWED, refused, type Verdict } from '../refuse'
import type { MoveCause } from './is-move'
import { bindAttribution, ringOf, type BindingQuestion } from './decide-binding'

/**
 * The owner may move whom no rule would give away, but nobody into a ring and nobody to who can't earn. `sharer` is
 * who gets the customer. Refuses MOVE_TO_SELF, MOVE_MAKES_RING, MOVE_TARGET_INACTIVE,
 * MOVE_TARGET_UNSIGNED.
 */
export function decideMove(question: BindingQuestion): Verdict {
  const ring = ringOf(question)
  if (ring !== null) return refused(ring === 'own-link' ? 'MOVE_TO_SELF' : 'MOVE_MAKES_RING')
  if (question.sharer.status !== 'active') return refused('MOVE_TARGET_INACTIVE')
  return question.isSharerLapsed ? refused('MOVE_TARGET_UNSIGNED') : ALLOWED
}

/**
 * The records to write. Days begin anew under the policy of today; that the customer has bought stays true, and with
 * it a binding that never expires.
 */
export function moveAttribution(
  question: BindingQuestion & { readonly current: Attribution },
  cause: MoveCause,
  move: NonNullable<AttributionChange['move']>,
  changeId: string,
): { readonly attribution: Attribution; readonly change: AttributionChange } {
  const { current, policy, now } = question
  const named = { shareCode: null, changeId }
  const { attribution, change } = bindAttribution(question, cause, named)
  const { isPurchased } = current
  const isForGood = isPurchased && policy.rule === 'permanent-after-purchase'
  const expireAt = isForGood ? null : now + policy.expireDays * DAY_MS
  return { attribution: { ...attribution, isPurchased, expireAt }, change: { ...change, move } }
}
