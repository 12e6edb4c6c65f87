// Timer: makes the rank lists anew when figures changed, so that looking at one costs a few reads, however many rank.
import { dateOf } from '@contract/time'
import type { RankBasis, RankCursor, RankList, RankPart } from '@contract/model/rank'
import { unpackFigures } from '../../domain/aggregate/pack-figures'
import { AWAY } from '../../domain/rank/fold-ranks'
import type { Ranking } from '../../domain/rank/rank-by-value'
import { rankDocuments, type RankedPeople } from '../../domain/rank/rank-documents'
import { rankKinds } from '../../domain/rank/rank-lists'
import { mergeTallies, tallyPage } from '../../domain/rank/tally'
import type { World } from '../../ports/world'
import { inLanes } from '../in-lanes'
import { readEach } from '../outbox/leave-out-poisoned'
import { readAll } from '../read-all'

/** Members of a page, and pages of a run: what is left goes on in the next minute. */
const PAGE = 1000
const PAGES = 20
const NEVER: RankBasis = { on: '', newestChange: 0, excluded: [], asOf: 0 }

export interface RankCounts {
  /** Members looked at in this run. */
  ranked: number
  written: number
}

/**
 * Set, never added to: running it twice, or two at once, changes nothing. Each page of members is kept with how far it
 * came, so that a run that was cut off goes on there. Whoever is frozen or gone isn't on the lists.
 */
export async function rankDistributors(world: World): Promise<RankCounts> {
  const counts: RankCounts = { ranked: 0, written: 0 }
  const [known, aggregates, newest, excluded] = await Promise.all([
    world.store.get('rank_cursors', 'ranks'),
    world.store.get('aggregate_cursors', 'aggregates'),
    world.store.find('distributor_figures', {}, { order: [['changedAt', 'desc']], limit: 1 }),
    readAll(world, 'distributors', { status: { in: AWAY } }),
  ])
  const basis: RankBasis = {
    on: dateOf(world.now),
    newestChange: newest[0]?.changedAt ?? 0,
    excluded: excluded.map((person) => person._id),
    asOf: aggregates?.asOf ?? 0,
  }
  const under = known?.sweep?.on === basis.on ? known.sweep : undefined
  if (known && !under && isSame(known, basis)) {
    await world.store.put('rank_cursors', { _id: 'ranks', ...basis })
    return counts
  }
  const parts = under ? await readParts(world, under.parts) : []
  // Parts of two timers that don't follow one another are worth nothing.
  const sweep = under && isChain(parts) ? under : { ...basis, parts: 0 }
  await sweepPages(world, { known, sweep, parts: sweep === under ? parts : [] }, counts)
  return counts
}

function isSame(a: RankBasis, b: RankBasis): boolean {
  const plain = ({ on, newestChange, excluded }: RankBasis) =>
    JSON.stringify([on, newestChange, excluded])
  return plain(a) === plain(b)
}

async function readParts(world: World, count: number): Promise<RankPart[]> {
  const ids = Array.from({ length: count }, (_, at) => `part:${at}`)
  const found = new Map(
    (await world.store.getMany('rank_parts', ids)).map((part) => [part._id, part]),
  )
  return ids.flatMap((id) => found.get(id) ?? [{ _id: id, after: '?', last: '?', lists: {} }])
}

function isChain(parts: readonly RankPart[]): boolean {
  return parts.every((part, at) => part.after === (parts[at - 1]?.last ?? ''))
}

interface Sweep {
  readonly known: RankCursor | null
  readonly sweep: NonNullable<RankCursor['sweep']>
  /** Of the pages that are behind it. */
  readonly parts: readonly RankPart[]
}

async function sweepPages(world: World, from: Sweep, counts: RankCounts): Promise<void> {
  const { on, newestChange, excluded, asOf } = from.sweep
  const basis: RankBasis = { on, newestChange, excluded, asOf }
  const away = new Set(excluded)
  const parts = [...from.parts]
  const order = [['_id', 'asc']] as const
  for (let page = 0; page < PAGES; page += 1) {
    const after = parts.at(-1)?.last ?? ''
    const options = { order, limit: PAGE }
    const rows = await world.store.find('distributor_figures', { _id: { gt: after } }, options)
    const figures = await readEach(world, rows, unpackFigures)
    const last = rows.at(-1)?._id ?? after
    const part = { _id: `part:${parts.length}`, after, last, lists: tallyPage(figures, away, on) }
    parts.push(part)
    counts.ranked += rows.length
    if (rows.length < PAGE) return finish(world, basis, parts, counts)
    await world.store.put('rank_parts', part)
    const { _id, sweep: _before, ...made } = from.known ?? { _id: 'ranks', ...NEVER }
    const sweep = { ...basis, parts: parts.length }
    await world.store.put('rank_cursors', { _id: 'ranks', ...made, sweep })
  }
}

/** Lists first, then what they were made from: cut off between, those that are right aren't written again. */
async function finish(
  world: World,
  basis: RankBasis,
  parts: readonly RankPart[],
  counts: RankCounts,
): Promise<void> {
  const rankings = rankKinds(basis.on).map(({ id }) => {
    const tallies = parts.flatMap(({ lists }) => lists[id] ?? [])
    return [id, mergeTallies(tallies)] as const
  })
  const people = await readPeople(world, rankings)
  for (const [id, ranking] of rankings) {
    counts.written += await setList(world, id, ranking, people)
  }
  await world.store.put('rank_cursors', { _id: 'ranks', ...basis })
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
