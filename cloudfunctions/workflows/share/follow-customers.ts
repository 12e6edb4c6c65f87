// Follows from a sharer whose customer they are, whose customer that distributor is, and so on: a ring begins here.
import { isExpired } from '../../domain/attribution/decide-binding'
import { distributorIdOf, memberIdOf } from '../../domain/attribution/distributor-id'
import { isReleased } from '../../domain/attribution/is-released'
import type { Transaction } from '../../ports/store'

/**
 * The distributors on that way. Nothing is followed for a customer who doesn't distribute: nobody can be theirs.
 * Everybody on the way is written to, so that bindings that together would close a ring meet in one document, however
 * long the ring: the later one starts over and sees it.
 */
export async function followCustomers(
  tx: Transaction,
  asked: { readonly memberId: string; readonly sharerId: string; readonly now: number },
): Promise<readonly string[]> {
  const ownId = distributorIdOf(asked.memberId)
  if (asked.sharerId === ownId || !(await tx.get('distributors', ownId))) return []
  const way: string[] = []
  for (let id: string | null = asked.sharerId; id !== null && !way.includes(id);) {
    way.push(id)
    if (id === ownId) return way
    id = await distributorOf(tx, memberIdOf(id), asked.now)
  }
  for (const id of [ownId, ...way]) {
    await tx.update('distributors', id, { inc: { bindTurns: 1 } })
  }
  return way.slice(1)
}

async function distributorOf(
  tx: Transaction,
  memberId: string,
  now: number,
): Promise<string | null> {
  const attribution = await tx.get('attributions', memberId)
  if (!attribution || isExpired(attribution, now)) return null
  const holder = await tx.get('distributors', attribution.distributorId)
  return isReleased(attribution, holder) ? null : attribution.distributorId
}
