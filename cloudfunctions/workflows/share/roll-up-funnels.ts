// Timer: finds the days to which visits, bindings, opens or payments came since the last time, and sets them anew.
import { dateOf, HOUR_MS, MINUTE_MS } from '@contract/time'
import { FUNNEL_SOURCES, type FunnelCursor, type FunnelSource } from '@contract/model/funnel'
import { SHOP } from '../../domain/share/sum-funnel-day'
import type { World } from '../../ports/world'
import { readPage } from '../read-page'
import { setFunnelDay } from './set-funnel-day'

/** A fact carries the moment at which its call began: what was written late is still found. */
const OVERLAP_MS = 2 * MINUTE_MS
/** WeChat tells of a payment up to a day after it; those are looked for once an hour. */
const LATE_MS = 25 * HOUR_MS
const PAGE = 500
/** Facts looked through, and days set, before the next minute goes on; the last page may go over. */
const PAGES_A_RUN = 20
const DAYS_A_RUN = 200

/** Owner and date of each day that a page of facts touches. */
interface Touched {
  readonly owner: string
  readonly on: string
}
interface Looked {
  readonly touched: readonly Touched[]
  readonly next: string | null
}

/**
 * Days are set whole, so that running twice, or dying half-way, changes nothing: the cursor moves on only after the
 * days are set. Without a cursor it begins at the first fact, which is how the figures are made anew.
 */
export async function rollUpFunnels(world: World): Promise<{ days: number }> {
  const cursor = (await world.store.get('funnel_cursors', 'funnels')) ?? firstCursor()
  const days = new Map<string, Touched>()
  const sources: Record<string, FunnelCursor['sources'][FunnelSource]> = {}
  const isNewHour = Math.floor(cursor.lateAt / HOUR_MS) !== Math.floor(world.now / HOUR_MS)
  for (const source of FUNNEL_SOURCES) {
    sources[source] = await look(world, source, startOf(cursor, source, isNewHour, world.now), days)
  }
  for (const { owner, on } of days.values()) await setFunnelDay(world, owner, on)
  const isDrained = Object.values(sources).every(({ from }) => from === seenTo(world))
  await world.store.put('funnel_cursors', {
    _id: 'funnels',
    sources: sources as FunnelCursor['sources'],
    lateAt: isNewHour ? world.now : cursor.lateAt,
    asOf: isDrained ? world.now : cursor.asOf,
  })
  return { days: days.size }
}

function firstCursor(): FunnelCursor {
  const none = { from: 0, page: null }
  const sources = { visits: none, changes: none, orders: none, opens: none }
  return { _id: 'funnels', sources, lateAt: 0, asOf: 0 }
}

/** Orders are found by when they were paid, which may lie hours before the notice of it. */
function startOf(cursor: FunnelCursor, source: FunnelSource, isNewHour: boolean, now: number) {
  const start = cursor.sources[source]
  if (source !== 'orders' || !isNewHour || start.page !== null) return start
  return { from: Math.min(start.from, now - LATE_MS), page: null }
}

async function look(
  world: World,
  source: FunnelSource,
  start: FunnelCursor['sources'][FunnelSource],
  days: Map<string, Touched>,
): Promise<FunnelCursor['sources'][FunnelSource]> {
  let page = start.page
  for (let pages = 0; pages < PAGES_A_RUN && days.size < DAYS_A_RUN; pages += 1) {
    const looked = await LOOKS[source](world, start.from, page)
    for (const one of looked.touched) {
      days.set(`${one.owner}:${one.on}`, one)
      days.set(`${SHOP}:${one.on}`, { owner: SHOP, on: one.on })
    }
    if (looked.next === null) return { from: seenTo(world), page: null }
    page = looked.next
  }
  return { from: start.from, page }
}

function seenTo(world: World): number {
  return world.now - OVERLAP_MS
}

type Look = (world: World, from: number, page: string | null) => Promise<Looked>

const LOOKS: Readonly<Record<FunnelSource, Look>> = {
  async visits(world, from, page) {
    const found = await readPage(world.store, 'visits', {
      ...inPages(page),
      where: { visitedAt: { gte: from } },
      by: 'visitedAt',
    })
    return looked(found, (visit) => [[visit.distributorId, visit.visitedAt]])
  },
  async changes(world, from, page) {
    const found = await readPage(world.store, 'attribution_changes', {
      ...inPages(page),
      where: { at: { gte: from } },
      by: 'at',
    })
    return looked(found, (change) => [[change.to, change.at]])
  },
  async orders(world, from, page) {
    const found = await readPage(world.store, 'orders', {
      ...inPages(page),
      where: { paidAt: { gte: from } },
      by: 'paidAt',
    })
    return looked(found, ({ attribution, paidAt }) =>
      attribution && paidAt !== null ? [[attribution.distributorId, paidAt]] : [],
    )
  },
  async opens(world, from, page) {
    const found = await readPage(world.store, 'open_batches', {
      ...inPages(page),
      where: { at: { gte: from } },
      by: 'at',
    })
    return looked(found, (batch) => batch.distributorIds.map((id) => [id, batch.at]))
  },
}

function inPages(page: string | null) {
  return { direction: 'asc', size: PAGE, cursor: page ?? undefined } as const
}

function looked<Row>(
  found: { readonly rows: readonly Row[]; readonly next: string | null },
  touches: (row: Row) => readonly (readonly [owner: string, at: number])[],
): Looked {
  const touched = found.rows.flatMap((row) =>
    touches(row).map(([owner, at]) => ({ owner, on: dateOf(at) })),
  )
  return { touched, next: found.next }
}
