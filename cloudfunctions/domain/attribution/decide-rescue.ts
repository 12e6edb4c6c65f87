// 补填邀请码: whether somebody whose link was lost may still say who sent them, by typing the sharer's code.
import { HOUR_MS } from '@contract/time'
import { ALLOWED, refused, type Verdict } from '../refuse'
import { isExpired, ringOf, type BindingQuestion } from './decide-binding'

/** Hours after first coming to the shop in which a code may be typed in. */
export const RESCUE_HOURS = 72

/**
 * A typed code takes nobody over: it binds who is nobody's customer, within the hours after they first came. Typing
 * the code of one's own distributor changes nothing. Refuses RESCUE_OWN_CODE, RESCUE_RING (the sharer is the caller's
 * downline or customer), RESCUE_SHARER_INACTIVE, RESCUE_ALREADY_BOUND, RESCUE_TOO_LATE `{ hours }`.
 */
export function decideRescue(
  question: BindingQuestion & { /** When the visitor first came, ms. */ readonly cameAt: number },
): Verdict {
  const { current, sharer, isReleased, cameAt, now } = question
  const ring = ringOf(question)
  if (ring !== null) return refused(ring === 'own-link' ? 'RESCUE_OWN_CODE' : 'RESCUE_RING')
  if (current !== null && !isReleased && !isExpired(current, now)) {
    return current.distributorId === sharer._id ? ALLOWED : refused('RESCUE_ALREADY_BOUND')
  }
  if (sharer.status !== 'active' || question.isSharerLapsed)
    return refused('RESCUE_SHARER_INACTIVE')
  if (now >= cameAt + RESCUE_HOURS * HOUR_MS) {
    return refused('RESCUE_TOO_LATE', { hours: RESCUE_HOURS })
  }
  return ALLOWED
}
