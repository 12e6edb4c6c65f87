// A row of the tree as it leaves the server: whole, or masked so that nobody can be found or acted on by it.
import type { Api } from '@contract/api'
import type { TreeRow } from '../../domain/team/grow-tree'
import { maskName } from '../../domain/text/mask'

type Shown = Api['distributor.getTeam']['output']['rows'][number]

export function showRow({ member, under }: TreeRow, isWhole: boolean): Shown {
  const { standing, isLively, hasSold } = member
  const plain = { under, standing, isLively, hasSold }
  if (!isWhole)
    return { ...plain, id: null, name: maskName(member.name), tier: null, salesFen: null }
  return {
    ...plain,
    id: member.id,
    name: member.name,
    tier: member.tier,
    salesFen: member.salesFen,
  }
}
