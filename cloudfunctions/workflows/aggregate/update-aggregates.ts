// Timer: finds which days new facts belong to, sums those up anew and sets them; a stored cursor says how far it came.
import { FACT_SOURCES, type AggregateCursor, type FactSource } from '@contract/model/aggregate'
import { MINUTE_MS } from '@contract/time'
import { noDays, type TouchedDays } from '../../domain/aggregate/touched-days'
import type { World } from '../../ports/world'
import { findTouched } from './find-touched'
import { setDays } from './set-days'
import { setFigures } from './set-figures'
import { setShopDays } from './set-shop-days'

/**
 * A fact is written within the 60 seconds that a function may run after the moment it carries. What is younger than
 * twice that is looked at again, so that neither a late writer nor another timer's older sums leave a mark.
 */
const LOOK_BACK_MS = 2 * MINUTE_MS
const ROUNDS = 15
/** A run ends after the round that wrote so many documents; the next run goes on. */
const WRITES = 1500

export interface AggregateCounts {
  rounds: number
  days: number
  figures: number
}

/** Running it twice, or two at once, changes nothing; cut off half-way, the next run does it again. */
export async function updateAggregates(world: World): Promise<AggregateCounts> {
  const known = await world.store.get('aggregate_cursors', 'aggregates')
  const positions = new Map<FactSource, number>(
    FACT_SOURCES.map((kind) => [kind, known?.seen[kind] ?? 0]),
  )
  const counts: AggregateCounts = { rounds: 0, days: 0, figures: 0 }
  const open = new Set<FactSource>(FACT_SOURCES)
  while (open.size > 0 && counts.rounds < ROUNDS && counts.days + counts.figures < WRITES) {
    const days = noDays()
    for (const kind of open) {
      const { at, isDone } = await findTouched(world, kind, positions.get(kind) ?? 0, days)
      positions.set(kind, at)
      if (isDone) open.delete(kind)
    }
    await setTouched(world, days, counts)
    counts.rounds += 1
  }
  await world.store.put('aggregate_cursors', cursorAt(world.now, positions, open))
  return counts
}

async function setTouched(
  world: World,
  { shop, distributors }: TouchedDays,
  counts: AggregateCounts,
): Promise<void> {
  const datesOf = new Map<string, string[]>()
  for (const [on, ids] of [...distributors].sort(([a], [b]) => (a < b ? -1 : 1))) {
    counts.days += await setDays(world, on, [...ids])
    for (const id of ids) datesOf.set(id, [...(datesOf.get(id) ?? []), on])
  }
  counts.figures += await setFigures(world, datesOf)
  counts.days += await setShopDays(world, [...shop])
}

/** What is still open was seen up to its position; what is done, up to now. */
function cursorAt(
  now: number,
  positions: ReadonlyMap<FactSource, number>,
  open: ReadonlySet<FactSource>,
): AggregateCursor {
  const seenUpTo = (kind: FactSource) => {
    const position = open.has(kind) ? (positions.get(kind) ?? 0) : now
    return Math.min(position, now - LOOK_BACK_MS)
  }
  const behind = [...open].map((kind) => positions.get(kind) ?? 0)
  return {
    _id: 'aggregates',
    seen: Object.fromEntries(
      FACT_SOURCES.map((kind) => [kind, seenUpTo(kind)]),
    ) as AggregateCursor['seen'],
    asOf: Math.min(now, ...behind),
  }
}
