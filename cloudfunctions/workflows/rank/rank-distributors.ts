// Timer: makes the rank lists anew when figures changed, so that looking at one costs a few reads, however many rank.
import { dateOf } from '@contract/time'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { RankCursor, RankList } from '@contract/model/rank'
import { unpackFigures } from '../../domain/aggregate/pack-figures'
import { AWAY } from '../../domain/rank/fold-ranks'
import { rankByValue, TOP, type Ranked, type Ranking } from '../../domain/rank/rank-by-value'
import { rankDocuments, type RankedPeople } from '../../domain/rank/rank-documents'
import { rankKinds, rankValue } from '../../domain/rank/rank-lists'
import type { World } from '../../ports/world'
import { inLanes } from '../in-lanes'
import { readAll } from '../read-all'

export interface RankCounts {
  ranked: number
  written: number
}

/**
 * Set, never added to: running it twice, or two at once, changes nothing. Whoever is frozen or gone isn't on the lists.
 */
export async function rankDistributors(world: World): Promise<RankCounts> {
  const counts: RankCounts = { ranked: 0, written: 0 }
  const [known, aggregates, newest, excluded] = await Promise.all([
    world.store.get('rank_cursors', 'ranks'),
    world.store.get('aggregate_cursors', 'aggregates'),
    world.store.find('distributor_figures', {}, { order: [['changedAt', 'desc']], limit: 1 }),
    readAll(world, 'distributors', { status: { in: AWAY } }),
  ])
  const cursor: RankCursor = {
    _id: 'ranks',
    on: dateOf(world.now),
    newestChange: newest[0]?.changedAt ?? 0,
    excluded: excluded.map((person) => person._id),
    asOf: aggregates?.asOf ?? 0,
  }
  if (!known || !isSame(known, cursor)) await makeLists(world, cursor, counts)
  await world.store.put('rank_cursors', cursor)
  return counts
}

function isSame(a: RankCursor, b: RankCursor): boolean {
  const plain = ({ on, newestChange, excluded }: RankCursor) =>
    JSON.stringify([on, newestChange, excluded])
  return plain(a) === plain(b)
}

async function makeLists(world: World, cursor: RankCursor, counts: RankCounts): Promise<void> {
  const kinds = rankKinds(cursor.on)
  const rows = new Map<string, Ranked[]>(kinds.map(({ id }) => [id, []]))
  const away = new Set(cursor.excluded)
  await forAllFigures(world, (figures) => {
    if (away.has(figures._id)) return
    counts.ranked += 1
    for (const { id, period, measure } of kinds) {
      const value = rankValue(figures, period, measure, cursor.on)
      if (value > 0) rows.get(id)?.push({ distributorId: figures._id, value })
    }
  })
  const rankings = [...rows].map(([id, ranked]) => [id, rankByValue(ranked, TOP)] as const)
  const people = await readPeople(world, rankings)
  for (const [id, ranking] of rankings) {
    counts.written += await setList(world, id, ranking, people)
  }
}

/** One document a member, in pages. */
async function forAllFigures(
  world: World,
  take: (figures: DistributorFigures) => void,
): Promise<void> {
  let after = ''
  for (;;) {
    const options = { order: [['_id', 'asc']] as const, limit: 1000 }
    const page = await world.store.find('distributor_figures', { _id: { gt: after } }, options)
    for (const stored of page) take(unpackFigures(stored))
    const last = page.at(-1)
    if (page.length < 1000 || !last) return
    after = last._id
  }
}

async function readPeople(
  world: World,
  rankings: readonly (readonly [string, Ranking])[],
): Promise<RankedPeople> {
  const ids = rankings.flatMap(([, { top }]) => top.map((row) => row.distributorId))
  const people = await world.store.getMany('distributors', ids)
  return new Map(people.map(({ _id, name, tier }) => [_id, { name, tier }]))
}

/** The steps first, then the head that leads to them; answers with how many documents were written. */
async function setList(
  world: World,
  id: string,
  ranking: Ranking,
  people: RankedPeople,
): Promise<number> {
  const { list, parts } = rankDocuments(id, ranking, people)
  const [before, stored] = await Promise.all([
    world.store.get('rank_lists', id),
    world.store.getMany(
      'rank_steps',
      parts.map((part) => part._id),
    ),
  ])
  const known = new Map(stored.map((part) => [part._id, JSON.stringify(part.steps)]))
  const changed = parts.filter((part) => known.get(part._id) !== JSON.stringify(part.steps))
  await inLanes(changed, (part) => world.store.put('rank_steps', part))
  const isNew = !before || JSON.stringify(plainOf(before)) !== JSON.stringify(plainOf(list))
  if (isNew) await world.store.put('rank_lists', list)
  return changed.length + Number(isNew)
}

function plainOf({ top, ranked, heads }: RankList): unknown {
  const rows = top.map((row) => [row.distributorId, row.name, row.tier, row.value, row.place])
  return [rows, ranked, heads]
}
