// Every rank list from everybody's figures at once: what the timer's sweep must come to.
import type { DistributorFigures } from '@contract/model/aggregate'
import type { Distributor } from '@contract/model/people'
import { rankByValue, TOP } from './rank-by-value'
import { rankDocuments, type RankDocuments } from './rank-documents'
import { rankKinds, rankValue } from './rank-lists'

/** Whoever is frozen or gone isn't on the lists. */
export function foldRanks(
  figures: readonly DistributorFigures[],
  distributors: readonly Pick<Distributor, '_id' | 'status' | 'name' | 'tier'>[],
  on: string,
): RankDocuments[] {
  const away = new Set(
    distributors.filter(({ status }) => isAway(status)).map((person) => person._id),
  )
  const people = new Map(distributors.map((person) => [person._id, person]))
  const ranked = figures.filter(({ _id }) => !away.has(_id))
  return rankKinds(on).map(({ id, period, measure }) => {
    const rows = ranked.map((own) => ({
      distributorId: own._id,
      value: rankValue(own, period, measure, on),
    }))
    return rankDocuments(id, rankByValue(rows, TOP), people)
  })
}

/** Those of whom no list speaks. */
export const AWAY = ['frozen', 'exited'] as const satisfies readonly Distributor['status'][]

export function isAway(status: Distributor['status']): boolean {
  return (AWAY as readonly string[]).includes(status)
}
