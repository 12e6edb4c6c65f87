// A ranking as it is stored: the head with the first fifty, and the places by value in parts.
import type { RankList, RankRow, RankSteps } from '@contract/model/rank'
import type { Ranking } from './rank-by-value'

/** Steps of one document. */
const STEPS = 1000

export type RankedPeople = ReadonlyMap<string, Pick<RankRow, 'name' | 'tier'>>

export interface RankDocuments {
  readonly list: RankList
  readonly parts: readonly RankSteps[]
}

export function rankDocuments(
  id: string,
  { top, ranked, steps }: Ranking,
  people: RankedPeople,
): RankDocuments {
  const parts: RankSteps[] = []
  for (let from = 0; from < steps.length; from += STEPS) {
    parts.push({ _id: `${id}:${parts.length}`, steps: steps.slice(from, from + STEPS) })
  }
  const rows = top.map((row) => {
    const { name = '', tier = 'sprout' } = people.get(row.distributorId) ?? {}
    return { ...row, name, tier }
  })
  return {
    list: { _id: id, top: rows, ranked, heads: parts.map((part) => part.steps[0]?.value ?? 0) },
    parts,
  }
}
