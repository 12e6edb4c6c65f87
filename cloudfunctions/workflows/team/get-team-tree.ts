// A distributor's downline at any depth, for the owner: whole names, the earliest first when there are too many.
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import { refuse } from '../../domain/refuse'
import { growTree } from '../../domain/team/grow-tree'
import type { Context, World } from '../../ports/world'
import { TREE_LIMIT } from './get-team'
import { describePeople } from './read-team'
import { showRow } from './show-row'

const PAGE = 1000

/** Refuses DISTRIBUTOR_UNKNOWN, also for whoever was never admitted. */
export async function getTeamTree(
  ctx: Context,
  { distributorId }: Api['owner.getTeamTree']['parsed'],
): Promise<Api['owner.getTeamTree']['output']> {
  const person = await ctx.store.get('distributors', distributorId)
  if (!person || person.admittedAt === null) throw refuse('DISTRIBUTOR_UNKNOWN')
  const [{ people, left }, inviter, cursor] = await Promise.all([
    readDownline(ctx, distributorId),
    person.inviterId === null ? null : ctx.store.get('distributors', person.inviterId),
    ctx.store.get('aggregate_cursors', 'aggregates'),
  ])
  const { rows, cut } = growTree(distributorId, await describePeople(ctx, people), TREE_LIMIT)
  return {
    person: { id: person._id, name: person.name, tier: person.tier },
    inviter: inviter && { id: inviter._id, name: inviter.name },
    rows: rows.map((row) => showRow(row, true)),
    cut: cut + left,
    asOf: cursor?.asOf ?? null,
  }
}

interface Downline {
  readonly people: readonly Distributor[]
  /** How many more there are, whoever left among them. */
  readonly left: number
}

/** Whoever brings somebody in was admitted before them: the earliest always hang together. */
async function readDownline(world: World, distributorId: string): Promise<Downline> {
  const where = { uplineIds: distributorId, admittedAt: { gt: 0 } }
  const order = [
    ['admittedAt', 'asc'],
    ['_id', 'asc'],
  ] as const
  const people: Distributor[] = []
  while (people.length < TREE_LIMIT) {
    const options = { order, limit: PAGE, skip: people.length }
    const page = await world.store.find('distributors', where, options)
    people.push(...page)
    if (page.length < PAGE) return { people, left: 0 }
  }
  return { people, left: (await world.store.count('distributors', where)) - people.length }
}
