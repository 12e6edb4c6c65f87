// Who is calling: a member by OPENID, made on the first visit, with the roles the server knows of.
import { idOf, suffixOf } from '@contract/ids'
import type { Action, Role } from '@contract/action'
import { refuse } from '../domain/refuse'
import { nicknameOf } from '../domain/text/mask'
import type { Caller, World } from '../ports/world'
import type { Distributor, Member } from '@contract/model/people'
import { memberIdOf } from './ids'

/**
 * Reads (or makes) the caller. Refuses with NOT_SIGNED_IN, DISTRIBUTOR_ONLY, DISTRIBUTOR_NOT_ACTIVE,
 * AGREEMENT_UNSIGNED or NOT_ALLOWED.
 */
export async function identify(world: World, openid: string, action: Action): Promise<Caller> {
  if (openid === '') throw refuse('NOT_SIGNED_IN')
  const memberId = memberIdOf(openid)
  const member =
    (await world.store.get('members', memberId)) ??
    (await greet(world, { memberId, openid }, action))
  const needsDistributor = action.who.includes('distributor')
  const distributor = needsDistributor
    ? await world.store.get('distributors', idOf('distributor', suffixOf(memberId)))
    : null
  const roles = new Set<Role>(['shopper', ...member.staffRoles])
  if (distributor?.status === 'active') roles.add('distributor')
  authorise(action, roles, distributor)
  return { memberId, openid, member, roles, distributor }
}

function authorise(action: Action, roles: ReadonlySet<Role>, distributor: Distributor | null) {
  if (action.who.some((role) => roles.has(role))) return
  if (!action.who.includes('distributor')) throw refuse('NOT_ALLOWED')
  // Whoever was admitted may always read what is theirs; acting takes good standing.
  if (distributor?.admittedAt && action.kind === 'read') return
  if (distributor?.status === 'exited' && action.isOpenAfterExit) return
  if (distributor?.status === 'frozen' && action.isOpenWhileFrozen) return
  if (distributor?.status === 'approved') throw refuse('AGREEMENT_UNSIGNED')
  throw refuse(distributor?.admittedAt ? 'DISTRIBUTOR_NOT_ACTIVE' : 'DISTRIBUTOR_ONLY')
}

async function greet(
  world: World,
  { memberId, openid }: { readonly memberId: string; readonly openid: string },
  { greets }: Action,
): Promise<Member> {
  const member: Member = {
    _id: memberId,
    openid,
    nickname: nicknameOf(memberId),
    staffRoles: [],
    createdAt: world.now,
  }
  if (greets !== false) await world.store.insert('members', member)
  return member
}
