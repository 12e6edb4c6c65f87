// Members of a team with their figures: reads come in pages of 1,000, whatever the number of people.
import type { Distributor } from '@contract/model/people'
import { unpackFigures } from '../../domain/aggregate/pack-figures'
import { describeMember, type TeamMember } from '../../domain/team/describe-member'
import type { World } from '../../ports/world'
import { readAll } from '../read-all'

/** People asked for in one reading. */
const GROUP = 1000

/** Everybody these ever brought in who was admitted, also who left since. */
export async function readInvited(
  world: World,
  inviterIds: readonly string[],
): Promise<Distributor[]> {
  const found: Distributor[] = []
  for (let from = 0; from < inviterIds.length; from += GROUP) {
    const inviterId = { in: inviterIds.slice(from, from + GROUP) }
    found.push(...(await readAll(world, 'distributors', { inviterId })))
  }
  return found.filter((person) => person.admittedAt !== null)
}

export async function describePeople(
  world: World,
  people: readonly Distributor[],
): Promise<TeamMember[]> {
  const ids = people.map((person) => person._id)
  const stored = await world.store.getMany('distributor_figures', ids)
  const figures = new Map(stored.map((row) => [row._id, unpackFigures(row)]))
  return people.map((person) => describeMember(person, figures.get(person._id) ?? null, world.now))
}
