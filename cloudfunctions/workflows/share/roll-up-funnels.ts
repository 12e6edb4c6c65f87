// Timer: finds the days to which visits, bindings, opens or payments came since the last time, and sets them anew.
import { MINUTE_MS } from '@contract/time'
import { FUNNEL_SOURCES, type FunnelCursor, type FunnelSource } from '@contract/model/funnel'
import { FUNNEL_TOUCHES, type FunnelTouch } from '../../domain/share/funnel-facts'
import { funnelDayId, SHOP } from '../../domain/share/sum-funnel-day'
import type { World } from '../../ports/world'
import { readPage } from '../read-page'
import { setFunnelDay } from './set-funnel-day'

/** A fact carries the moment at which its call began: what was written late is still found. */
const OVERLAP_MS = 2 * MINUTE_MS
const PAGE = 500
/** Facts looked through, and days set, before the next minute goes on; the last page may go over. */
const PAGES_A_RUN = 20
const DAYS_A_RUN = 200

type Place = NonNullable<FunnelCursor['sources'][FunnelSource]>
interface Looked {
  readonly touched: readonly FunnelTouch[]
  readonly next: string | null
}

/**
 * Days are set whole, so that running twice, or dying half-way, changes nothing: the cursor moves on only after the
 * days are set. Without a cursor it begins at the first fact, which is how the figures are made anew.
 */
export async function rollUpFunnels(world: World): Promise<{ days: number }> {
  const cursor = (await world.store.get('funnel_cursors', 'funnels')) ?? firstCursor()
  const days = new Map<string, FunnelTouch>()
  const sources: Partial<Record<FunnelSource, Place>> = {}
  for (const source of FUNNEL_SOURCES) {
    sources[source] = await look(world, source, cursor.sources[source] ?? BEGINNING, days)
  }
  for (const { owner, on } of days.values()) await setFunnelDay(world, owner, on)
  const isDrained = Object.values(sources).every(({ page }) => page === null)
  await world.store.put('funnel_cursors', {
    _id: 'funnels',
    sources,
    asOf: isDrained ? world.now : cursor.asOf,
  })
  return { days: days.size }
}

const BEGINNING = { from: 0, page: null }

function firstCursor(): FunnelCursor {
  return { _id: 'funnels', sources: {}, asOf: 0 }
}

async function look(
  world: World,
  source: FunnelSource,
  start: Place,
  days: Map<string, FunnelTouch>,
): Promise<Place> {
  let page = start.page
  for (let pages = 0; pages < PAGES_A_RUN && days.size < DAYS_A_RUN; pages += 1) {
    const looked = await LOOKS[source](world, start.from, page)
    for (const one of looked.touched) {
      days.set(funnelDayId(one.owner, one.on), one)
      days.set(funnelDayId(SHOP, one.on), { owner: SHOP, on: one.on })
    }
    if (looked.next === null) return { from: seenTo(world, start.page), page: null }
    page = fromMoment(looked.next, page)
  }
  return { from: start.from, page }
}

/**
 * Documents whose moment moves on meanwhile must not hide others of the old one: the next page begins with its last
 * moment again, unless the whole page was of that moment.
 */
function fromMoment(next: string, page: string | null): string {
  const moment = `${Number.parseInt(next, 10)}.`
  return page?.startsWith(moment) ? next : `${moment}0`
}

/** What was looked through by earlier runs may have grown a late fact since, near where they stopped. */
function seenTo(world: World, stoppedAt: string | null): number {
  const moment = stoppedAt === null ? world.now : Number.parseInt(stoppedAt, 10)
  return Math.min(world.now, moment) - OVERLAP_MS
}

type Look = (world: World, from: number, page: string | null) => Promise<Looked>

const LOOKS: Readonly<Record<FunnelSource, Look>> = {
  async visits(world, from, page) {
    const found = await readPage(world.store, 'visits', {
      ...inPages(page),
      where: { visitedAt: { gte: from } },
      by: 'visitedAt',
    })
    return looked(found, FUNNEL_TOUCHES.visits)
  },
  async bound(world, from, page) {
    const found = await readPage(world.store, 'attributions', {
      ...inPages(page),
      where: { boundAt: { gte: from } },
      by: 'boundAt',
    })
    return looked(found, FUNNEL_TOUCHES.bound)
  },
  async replaced(world, from, page) {
    const found = await readPage(world.store, 'attribution_changes', {
      ...inPages(page),
      where: { replacedAt: { gte: from } },
      by: 'replacedAt',
    })
    return looked(found, FUNNEL_TOUCHES.replaced)
  },
  /** By our moment of booking: WeChat may tell of a payment days after it. */
  async orders(world, from, page) {
    const found = await readPage(world.store, 'orders', {
      ...inPages(page),
      where: { bookedAt: { gte: from } },
      by: 'bookedAt',
    })
    return looked(found, FUNNEL_TOUCHES.orders)
  },
  async opens(world, from, page) {
    const found = await readPage(world.store, 'open_batches', {
      ...inPages(page),
      where: { at: { gte: from } },
      by: 'at',
    })
    return looked(found, FUNNEL_TOUCHES.opens)
  },
}

function inPages(page: string | null) {
  return { direction: 'asc', size: PAGE, cursor: page ?? undefined } as const
}

function looked<Row>(
  found: { readonly rows: readonly Row[]; readonly next: string | null },
  touches: (row: Row) => readonly FunnelTouch[],
): Looked {
  return { touched: found.rows.flatMap(touches), next: found.next }
}
