// What a page of members adds to every rank list, small enough to be kept until all pages are there.
import type { DistributorFigures } from '@contract/model/aggregate'
import type { RankPart, RankTally } from '@contract/model/rank'
import { compareCodePoints } from '../text/compare-code-points'
import { TOP, type Ranked, type Ranking, type RankStep } from './rank-by-value'
import { rankKinds, rankValue } from './rank-lists'

type Lists = RankPart['lists']

/** Whoever is `away`, or has nothing, is in none. */
export function tallyPage(
  figures: readonly DistributorFigures[],
  away: ReadonlySet<string>,
  on: string,
): Lists {
  const here = figures.filter(({ _id }) => !away.has(_id))
  const lists = rankKinds(on).map(({ id, period, measure }): [string, RankTally] => {
    const rows = here.map((own) => {
      return { distributorId: own._id, value: rankValue(own, period, measure, on) }
    })
    return [id, tally(rows.filter(({ value }) => value > 0))]
  })
  return Object.fromEntries(lists)
}

function tally(rows: readonly Ranked[]): RankTally {
  const counts = new Map<number, number>()
  for (const { value } of rows) counts.set(value, (counts.get(value) ?? 0) + 1)
  const values = [...counts].map(([value, count]) => `${value} ${count}`).join('\n')
  return { top: firstOf(rows), values }
}

/** The ranking that all pages of a list come to: the same as of everybody at once. */
export function mergeTallies(tallies: readonly RankTally[]): Ranking {
  const counts = new Map<number, number>()
  for (const line of tallies.flatMap(({ values }) => (values === '' ? [] : values.split('\n')))) {
    const [value = 0, count = 0] = line.split(' ').map(Number)
    counts.set(value, (counts.get(value) ?? 0) + count)
  }
  const steps: RankStep[] = []
  let ranked = 0
  for (const [value, count] of [...counts].sort(([a], [b]) => b - a)) {
    steps.push({ value, place: ranked + 1 })
    ranked += count
  }
  const places = new Map(steps.map(({ value, place }) => [value, place]))
  const first = firstOf(tallies.flatMap(({ top }) => top))
  const top = first.map((row) => ({ ...row, place: places.get(row.value) ?? 0 }))
  return { top, ranked, steps }
}

/** Equal ones stand in the order of their ids. */
function firstOf(rows: readonly Ranked[]): Ranked[] {
  return [...rows]
    .sort((a, b) => b.value - a.value || compareCodePoints(a.distributorId, b.distributorId))
    .slice(0, TOP)
}
