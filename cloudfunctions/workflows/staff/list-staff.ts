// 员工: everybody with a role, and for how many distributors each of them answers.
import type { Api } from '@contract/api'
import type { StaffRole } from '@contract/action'
import type { Member } from '@contract/model/people'
import { refuse } from '../../domain/refuse'
import { isInCharge } from '../../domain/staff/is-in-charge'
import type { Context } from '../../ports/world'

const ROLES: readonly StaffRole[] = ['owner', 'finance', 'supervisor', 'manager']

/** Owners first, then by when they came; one count for each who may answer for distributors. */
export async function listStaff(ctx: Context): Promise<Api['owner.listStaff']['output']> {
  const { store, caller } = ctx
  const staff = await store.find('members', { staffRoles: { in: ROLES } }, { limit: 1000 })
  const sorted = [...staff].sort((a, b) => rankOf(a) - rankOf(b) || a.createdAt - b.createdAt)
  const rows = await Promise.all(
    sorted.map(async (member) => ({
      ...show(member),
      isSelf: member._id === caller.memberId,
      people: isInCharge(member) ? await countPeople(ctx, member._id) : 0,
    })),
  )
  return { rows }
}

/** A member by the number that stands on their 我的 page. Refuses NOT_FOUND. */
export async function findMember(
  { store, caller }: Context,
  { memberId }: Api['owner.findMember']['parsed'],
): Promise<Api['owner.findMember']['output']> {
  const member = await store.get('members', memberId)
  if (!member) throw refuse('NOT_FOUND')
  return { ...show(member), isSelf: memberId === caller.memberId }
}

function show({ _id: id, nickname: name, staffRoles }: Member) {
  return { id, name, roles: ROLES.filter((role) => staffRoles.includes(role)) }
}

function rankOf({ staffRoles }: Member): number {
  return ROLES.findIndex((role) => staffRoles.includes(role))
}

/** Those who left are nobody's to answer for. */
function countPeople({ store }: Context, managerId: string): Promise<number> {
  return store.count('distributors', { managerId, status: { in: ['active', 'frozen'] } })
}
