// Direct members as the list shows them: with the people they brought and this week's nudge.
import type { Api } from '@contract/api'
import { groupBy } from '../../domain/ledger/group-by'
import type { TeamMember } from '../../domain/team/describe-member'
import { quietDaysOf } from '../../domain/team/judge-activity'
import { nudgeIdOf, offerNudge } from '../../domain/team/judge-nudge'
import type { World } from '../../ports/world'
import { readInvited } from './read-team'

export type MemberRow = Api['distributor.getTeamMember']['output']

/** Two reads and a page for every 1,000 people that these brought in. */
export async function showMembers(
  world: World,
  inviterId: string,
  members: readonly TeamMember[],
): Promise<MemberRow[]> {
  const ids = members.map((member) => member.id)
  const nudgeIds = ids.map((id) => nudgeIdOf(inviterId, id, world.now))
  const [invited, nudges] = await Promise.all([
    readInvited(world, ids),
    world.store.getMany('nudges', nudgeIds),
  ])
  const still = invited.filter(({ status }) => status === 'active' || status === 'frozen')
  const below = groupBy(still, (person) => (person.inviterId === null ? [] : [person.inviterId]))
  const known = new Map(nudges.map((nudge) => [nudge.to, nudge]))
  return members.map((member) => ({
    id: member.id,
    name: member.name,
    tier: member.tier,
    standing: member.standing,
    salesFen: member.salesFen,
    broughtFen: member.broughtFen,
    people: below.get(member.id)?.length ?? 0,
    livelyOn: member.livelyOn,
    quietDays: quietDaysOf(member, world.now),
    isLively: member.isLively,
    nudge: offerNudge(member, known.get(member.id) ?? null),
  }))
}
