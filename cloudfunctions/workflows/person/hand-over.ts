// 移交: who answers for distributors from now on, up to fifty at once, each for itself, with a reason that is kept.
import type { Api } from '@contract/api'
import { idOf } from '@contract/ids'
import { refusalText } from '@contract/refusals'
import type { HandOverSide, Member } from '@contract/model/people'
import { refuse, Refusal } from '../../domain/refuse'
import { isInCharge } from '../../domain/staff/is-in-charge'
import type { Context } from '../../ports/world'
import { suffixOfRequest } from '../name-by-request'

type Input = Api['owner.handOver']['parsed']
type Output = Api['owner.handOver']['output']

/**
 * A refusal of one stops no other. Cut off half-way, the repeat does the rest: the record of each is named by the
 * request, so nobody is handed over twice, even where somebody else has moved them on since. Handing over to whom they
 * have already changes nothing. Refuses MANAGER_UNKNOWN as a whole.
 */
export async function handOver(ctx: Context, input: Input): Promise<Output> {
  const { managerId } = input
  await findManager(managerId, (id) => ctx.store.get('members', id))
  const outcomes: Output['outcomes'] = []
  for (const distributorId of new Set(input.distributorIds)) {
    try {
      const hasChanged = await handOverOne(ctx, input, distributorId)
      outcomes.push({ distributorId, hasChanged, refusal: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const refusal = { code: error.code, message: refusalText(error.code, error.facts) }
      outcomes.push({ distributorId, hasChanged: false, refusal })
    }
  }
  return { outcomes }
}

/** Refuses DISTRIBUTOR_UNKNOWN (also for who was never admitted), HAND_OVER_LEFT, OWN_CASE, MANAGER_OF_SELF. */
function handOverOne(ctx: Context, { managerId, reason }: Input, distributorId: string) {
  const { memberId: byId, member } = ctx.caller
  const _id = idOf('handOver', suffixOfRequest(ctx, distributorId))
  return ctx.store.transaction(async (tx) => {
    if (await tx.get('hand_overs', _id)) return true
    const person = await tx.get('distributors', distributorId)
    if (!person?.admittedAt) throw refuse('DISTRIBUTOR_UNKNOWN')
    if (person.status === 'exited') throw refuse('HAND_OVER_LEFT')
    if (person.memberId === byId) throw refuse('OWN_CASE')
    if (person.memberId === managerId) throw refuse('MANAGER_OF_SELF')
    const to = await findManager(managerId, (id) => tx.get('members', id))
    const before = person.managerId ?? null
    if (before === managerId) return false
    const from = before === null ? null : await tx.get('members', before)
    await tx.update('distributors', distributorId, { set: { managerId } })
    await tx.insert('hand_overs', {
      _id,
      distributorId,
      from: sideOf(from),
      to: sideOf(to),
      by: { memberId: byId, name: member.nickname },
      reason,
      at: ctx.now,
    })
    return true
  })
}

/** Null for nobody. Refuses MANAGER_UNKNOWN: no such member, or one without the role. */
async function findManager(
  managerId: string | null,
  get: (id: string) => Promise<Member | null>,
): Promise<Member | null> {
  if (managerId === null) return null
  const member = await get(managerId)
  if (!member || !isInCharge(member)) throw refuse('MANAGER_UNKNOWN')
  return member
}

function sideOf(member: Member | null): HandOverSide | null {
  return member && { memberId: member._id, name: member.nickname }
}
