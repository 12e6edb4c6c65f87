// Who is credited with an order: decided once, when it is placed, and frozen on it.
import type { Attribution } from '@contract/model/distribution'
import type { OrderAttribution } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import { isExpired } from './decide-binding'
import { isReleased } from './is-released'

type Standing = Pick<Distributor, '_id' | 'status' | 'inviterId' | 'exit'>

/**
 * The buyer's binding, if it hasn't expired and its distributor hasn't left. A frozen sharer stays on the order:
 * they earn nothing while not active, but their inviter still does, and status is judged at payment. A
 * distributor who is nobody's customer is their own sharer; the plan's `selfPurchase` says whether that pays. Null:
 * nobody is credited.
 */
export function attributionForOrder(order: {
  readonly current: Attribution | null
  /** The distributor of `current`. */
  readonly sharer: Standing | null
  /** The buyer's own standing as distributor. */
  readonly buyer: Standing | null
  readonly now: number
}): OrderAttribution | null {
  const { current, sharer, buyer, now } = order
  const isTheirs = current !== null && !isExpired(current, now) && !isReleased(current, sharer)
  if (isTheirs && sharer !== null) {
    const { shareCode } = current
    return { distributorId: sharer._id, inviterId: sharer.inviterId, shareCode }
  }
  if (buyer === null || buyer.status !== 'active') return null
  return { distributorId: buyer._id, inviterId: buyer.inviterId, shareCode: null }
}
