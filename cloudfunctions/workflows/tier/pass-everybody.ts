// A pass over all members, page by page: how far it came is stored after each, so that any run can go on.
import { monthOf } from '@contract/time'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { Distributor } from '@contract/model/people'
import type { TierCursor, TierPass, TierVersion } from '@contract/model/tier'
import { unpackFigures } from '../../domain/aggregate/pack-figures'
import { judgeMonth, judgeNow, type TierVerdict } from '../../domain/tier/judge-tier'
import type { Collections } from '../../ports/store'
import type { World } from '../../ports/world'
import { isReadable, readEach } from '../outbox/leave-out-poisoned'
import { applyVerdict } from './apply-verdict'
import type { TierCounts } from './check-tiers'

const PAGE = 1000
const PAGES = 20
/** Changes cost a transaction each: a run that made so many leaves the rest to the next. */
const CHANGES = 300

/** Goes on with the pass that is under way, if any; answers with where it stands afterwards. */
export async function passEverybody(
  world: World,
  terms: TierVersion,
  from: TierCursor,
  counts: TierCounts,
): Promise<TierCursor> {
  let cursor = from
  const budget = counts.changed + CHANGES
  for (let page = 0; page < PAGES && cursor.pass && counts.changed < budget; page += 1) {
    cursor = await passPage(world, terms, cursor, cursor.pass, { counts, budget })
    await world.store.put('tier_cursors', cursor)
  }
  return cursor
}

async function passPage(
  world: World,
  terms: TierVersion,
  cursor: TierCursor,
  pass: TierPass,
  { counts, budget }: { readonly counts: TierCounts; readonly budget: number },
): Promise<TierCursor> {
  const [people, figures] = await Promise.all([
    readAfter(world, 'distributors', pass.after),
    readFigures(world, pass.after),
  ])
  for (const person of people) {
    if (counts.changed >= budget)
      return { ...cursor, pass: { ...pass, after: lastBefore(people, person, pass) } }
    counts.checked += 1
    const own = figures.get(person._id) ?? null
    const judge = judgeBy(world, terms, pass, own)
    const month = pass.kind === 'month-end' ? pass.month : monthOf(world.now)
    const tierCase = { distributorId: person._id, figures: own, terms, month, judge }
    await isReadable(world, person, async () => {
      if (!judge(person)) return
      counts.changed += Number(await applyVerdict(world, tierCase))
    })
  }
  const last = people.at(-1)
  if (people.length === PAGE && last) return { ...cursor, pass: { ...pass, after: last._id } }
  return endOf(cursor, pass)
}

function readAfter<C extends 'distributors' | 'distributor_figures'>(
  world: World,
  collection: C,
  after: string,
): Promise<Collections[C][]> {
  const options = { order: [['_id', 'asc']] as const, limit: PAGE }
  return world.store.find(collection, { _id: { gt: after } }, options)
}

/** Nobody has figures without being a distributor: as many of them reach at least as far as the page of people. */
async function readFigures(
  world: World,
  after: string,
): Promise<ReadonlyMap<string, DistributorFigures>> {
  const rows = await readAfter(world, 'distributor_figures', after)
  return new Map((await readEach(world, rows, unpackFigures)).map((own) => [own._id, own]))
}

/** A month's end may take a tier away; what the new month's windows give is given in the same pass. */
function judgeBy(
  world: World,
  terms: TierVersion,
  pass: TierPass,
  figures: DistributorFigures | null,
): (person: Distributor) => TierVerdict | null {
  const { now } = world
  const at = { now, month: monthOf(now) }
  return (person) => {
    const up = judgeNow(terms, person, figures, at)
    if (up || pass.kind === 'new-terms') return up
    return judgeMonth(terms, person, figures, { now, month: pass.month })
  }
}

function lastBefore(people: readonly Distributor[], person: Distributor, pass: TierPass): string {
  return people[people.indexOf(person) - 1]?._id ?? pass.after
}

function endOf(cursor: TierCursor, pass: TierPass): TierCursor {
  if (pass.kind === 'month-end') return { ...cursor, closedMonth: pass.month, pass: null }
  return { ...cursor, version: pass.version, pass: null }
}
