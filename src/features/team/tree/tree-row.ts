/** What a team's picture and list are made of: rows as the server gives them, each after whoever brought them. */
import type { Api } from '@/api/call'

export type TreeRow = Api['distributor.getTeam']['output']['rows'][number]

/** Places of the rows right under each row; those under the root are at -1. */
export function placesBelow(rows: readonly TreeRow[]): ReadonlyMap<number, readonly number[]> {
  const below = new Map<number, number[]>()
  rows.forEach(({ under }, at) => {
    const known = below.get(under)
    if (known) known.push(at)
    else below.set(under, [at])
  })
  return below
}
