// One direct member of the caller: anybody else is unknown, whether or not there is such a person.
import type { Api } from '@contract/api'
import { assert } from '../../domain/assert'
import { refuse } from '../../domain/refuse'
import type { TeamMember } from '../../domain/team/describe-member'
import type { Context } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'
import { describePeople } from './read-team'
import { showMembers, type MemberRow } from './show-members'

/** Refuses DISTRIBUTOR_NOT_ACTIVE and DISTRIBUTOR_UNKNOWN. */
export async function getTeamMember(
  ctx: Context,
  { distributorId }: Api['distributor.getTeamMember']['parsed'],
): Promise<MemberRow> {
  insistActive(ctx)
  return showMember(ctx, await findMember(ctx, distributorId))
}

/** Refuses DISTRIBUTOR_UNKNOWN for everybody but the caller's own direct members. */
export async function findMember(ctx: Context, distributorId: string): Promise<TeamMember> {
  const person = await ctx.store.get('distributors', distributorId)
  const isOwn = person?.inviterId === callerId(ctx) && person.admittedAt !== null
  const [member] = person && isOwn ? await describePeople(ctx, [person]) : []
  if (!member) throw refuse('DISTRIBUTOR_UNKNOWN')
  return member
}

export async function showMember(ctx: Context, member: TeamMember): Promise<MemberRow> {
  const [row] = await showMembers(ctx, callerId(ctx), [member])
  assert(row !== undefined, 'one in, one out')
  return row
}

export function callerId({ caller }: Context): string {
  assert(caller.distributor !== null, 'the endpoint reads the distributor')
  return caller.distributor._id
}
