// 直接成员: a page of the caller's direct members, searched by name and sorted; whoever left is not on it.
import type { Api } from '@contract/api'
import { assert } from '../../domain/assert'
import { pageMembers } from '../../domain/team/sort-members'
import { isThere } from '../../domain/team/sum-team'
import type { Context } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'
import { describePeople, readInvited } from './read-team'
import { showMembers } from './show-members'

const PAGE = 20

/** Refuses DISTRIBUTOR_NOT_ACTIVE. */
export async function listTeam(
  ctx: Context,
  { search, sort, cursor }: Api['distributor.listTeam']['parsed'],
): Promise<Api['distributor.listTeam']['output']> {
  insistActive(ctx)
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const members = await describePeople(ctx, await readInvited(ctx, [distributor._id]))
  const asked = { search, sort, cursor, size: PAGE }
  const { rows, found, next } = pageMembers(members.filter(isThere), asked)
  return { rows: await showMembers(ctx, distributor._id, rows), found, next }
}
