// Timer: tiers follow the figures. What changed is checked at once, everybody when a month or the terms are over.
import { addMonths, HOUR_MS, MINUTE_MS, monthOf, startOfMonth } from '@contract/time'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { Distributor } from '@contract/model/people'
import type { TierCursor, TierVersion } from '@contract/model/tier'
import { unpackFigures } from '../../domain/aggregate/pack-figures'
import { judgeHoldEnd, judgeNow } from '../../domain/tier/judge-tier'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { World } from '../../ports/world'
import { isReadable, readEach } from '../outbox/leave-out-poisoned'
import { findShop } from '../shop/read-shop'
import { applyVerdict } from './apply-verdict'
import { passEverybody } from './pass-everybody'

/** Figures are written within the time a function may run after the moment they carry. */
const LOOK_BACK_MS = 2 * MINUTE_MS
const PAGE = 500
const PAGES = 10
/** A month's end waits for payments of its last minutes whose notices are late. */
const CLOSE_AFTER_MS = HOUR_MS

export interface TierCounts {
  checked: number
  changed: number
}

/** Running it twice, or two at once, changes nothing more: each change is judged once more in its transaction. */
export async function checkTiers(world: World): Promise<TierCounts> {
  const shop = await findShop(world)
  const counts: TierCounts = { checked: 0, changed: 0 }
  if (!shop) return counts
  const terms = termsOf(shop)
  let cursor = (await world.store.get('tier_cursors', 'tiers')) ?? firstCursor(world.now)
  await endHolds(world, terms, counts)
  cursor = await checkChanged(world, terms, cursor, counts)
  cursor = await beginPass(world, terms, cursor)
  cursor = await passEverybody(world, terms, cursor, counts)
  await world.store.put('tier_cursors', cursor)
  return counts
}

function firstCursor(now: number): TierCursor {
  const closedMonth = addMonths(monthOf(now), -1)
  return { _id: 'tiers', seen: 0, closedMonth, version: 0, pass: null }
}

async function endHolds(world: World, terms: TierVersion, counts: TierCounts): Promise<void> {
  const over = { 'tierHold.endsAt': { gt: 0, lte: world.now } }
  const month = monthOf(world.now)
  const held = await world.store.find('distributors', over, { limit: PAGE })
  const figures = await figuresOf(
    world,
    held.map((person) => person._id),
  )
  for (const person of held) {
    const { _id } = person
    const own = figures.get(_id) ?? null
    const judge = (now: Distributor) => {
      const endsAt = now.tierHold?.endsAt ?? null
      const isOver = endsAt !== null && endsAt <= world.now
      return isOver ? judgeHoldEnd(terms, now, own, { month }) : null
    }
    const tierCase = { distributorId: _id, figures: own, terms, month, judge }
    await isReadable(world, person, async () => {
      counts.changed += Number(await applyVerdict(world, tierCase))
    })
  }
}

/** Whoever's figures changed since the last time: up at once, never down. */
async function checkChanged(
  world: World,
  terms: TierVersion,
  cursor: TierCursor,
  counts: TierCounts,
): Promise<TierCursor> {
  const at = { now: world.now, month: monthOf(world.now) }
  const order = [
    ['changedAt', 'asc'],
    ['_id', 'asc'],
  ] as const
  let seen = cursor.seen
  // A moment that alone fills a run is read on until it ends: else the next run would begin with it again.
  for (let page = 0; page < PAGES || seen === cursor.seen; page += 1) {
    const options = { order, limit: PAGE, skip: page * PAGE }
    const where = { changedAt: { gte: cursor.seen } }
    const rows = await world.store.find('distributor_figures', where, options)
    const ids = rows.map((row) => row._id)
    const people = await world.store.getMany('distributors', ids)
    const figures = byId(await readEach(world, rows, unpackFigures))
    for (const person of people) {
      const own = figures.get(person._id) ?? null
      const judge = (now: Distributor) => judgeNow(terms, now, own, at)
      const tierCase = { distributorId: person._id, figures: own, terms, month: at.month, judge }
      await isReadable(world, person, async () => {
        if (!judge(person)) return
        counts.changed += Number(await applyVerdict(world, tierCase))
      })
    }
    counts.checked += rows.length
    seen = rows.length < PAGE ? world.now : (rows.at(-1)?.changedAt ?? seen)
    if (rows.length < PAGE) break
  }
  return { ...cursor, seen: Math.max(cursor.seen, Math.min(seen, world.now - LOOK_BACK_MS)) }
}

async function figuresOf(
  world: World,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DistributorFigures>> {
  const rows = await world.store.getMany('distributor_figures', ids)
  return byId(await readEach(world, rows, unpackFigures))
}

const byId = (figures: readonly DistributorFigures[]) =>
  new Map(figures.map((own) => [own._id, own]))

/** One pass at a time: the ends of months in their order, then new terms. */
async function beginPass(
  world: World,
  { version }: TierVersion,
  cursor: TierCursor,
): Promise<TierCursor> {
  if (cursor.pass) return cursor
  const next = addMonths(cursor.closedMonth, 1)
  if (next < monthOf(world.now) && (await isSummedUp(world, next))) {
    return { ...cursor, pass: { kind: 'month-end', month: next, version, after: '' } }
  }
  if (cursor.version >= version) return cursor
  return { ...cursor, pass: { kind: 'new-terms', month: monthOf(world.now), version, after: '' } }
}

/** Whether every fact of a month, and of the hour after it, is in the figures. */
async function isSummedUp(world: World, month: string): Promise<boolean> {
  const aggregates = await world.store.get('aggregate_cursors', 'aggregates')
  const over = startOfMonth(addMonths(month, 1)) + CLOSE_AFTER_MS
  return (aggregates?.asOf ?? 0) >= over
}
