// 我的团队: how many, how lively, what they sold, and the tree of two levels; the second is masked here.
import type { Api } from '@contract/api'
import { assert } from '../../domain/assert'
import { growTree } from '../../domain/team/grow-tree'
import { LIVELY_DAYS } from '../../domain/team/judge-activity'
import { sumTeam } from '../../domain/team/sum-team'
import type { Context } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'
import { describePeople, readInvited } from './read-team'
import { showRow } from './show-row'

/** People in the picture; who is left out of it is counted all the same. */
export const TREE_LIMIT = 2000

/** Refuses DISTRIBUTOR_NOT_ACTIVE: whoever left, or is frozen, no longer sees how others do. */
export async function getTeam(ctx: Context): Promise<Api['distributor.getTeam']['output']> {
  insistActive(ctx)
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const near = await readInvited(ctx, [distributor._id])
  const far = await readInvited(
    ctx,
    near.map((person) => person._id),
  )
  const [members, cursor] = await Promise.all([
    describePeople(ctx, [...near, ...far]),
    ctx.store.get('aggregate_cursors', 'aggregates'),
  ])
  const { rows, cut } = growTree(distributor._id, members, TREE_LIMIT)
  return {
    ...sumTeam(members.slice(0, near.length), members.slice(near.length)),
    livelyDays: LIVELY_DAYS,
    name: distributor.name,
    rows: rows.map((row) => showRow(row, row.level === 1)),
    cut,
    asOf: cursor?.asOf ?? null,
  }
}
