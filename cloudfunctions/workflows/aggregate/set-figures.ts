// Folds changed days into the running figures of their distributors, and sets those that came out different.
import { addDays, addMonths, weekOf } from '@contract/time'
import type { DistributorFigures, StoredFigures } from '@contract/model/aggregate'
import {
  foldFigures,
  isSameFigures,
  monthIn,
  noFigures,
  refoldFigures,
} from '../../domain/aggregate/fold-figures'
import { packFigures, unpackFigures } from '../../domain/aggregate/pack-figures'
import type { World } from '../../ports/world'
import { inLanes } from '../in-lanes'
import { isPoisoned } from '../outbox/name-failure'
import { readAll } from '../read-all'

/** Distributors whose days are read in one go. */
const GROUP = 50

/** `datesOf`: by distributor the dates that changed. Answers with how many figures were written. */
export async function setFigures(
  world: World,
  datesOf: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  const ids = [...datesOf.keys()]
  let written = 0
  for (let from = 0; from < ids.length; from += GROUP) {
    const group = ids.slice(from, from + GROUP)
    const dates = group.flatMap((id) => datesOf.get(id) ?? [])
    const [days, stored] = await Promise.all([
      readAll(world, 'distributor_days', { distributorId: { in: group }, on: spanOf(dates) }),
      world.store.getMany('distributor_figures', group),
    ])
    await inLanes(group, async (id) => {
      const before = readStored(stored, id)
      const own = days.filter((day) => day.distributorId === id)
      const after =
        (before && refoldFigures(before, own, datesOf.get(id) ?? [])) ?? (await foldAll(world, id))
      if (before && isSameFigures(before, after)) return
      const changed = packFigures({ ...after, changedAt: world.now })
      await world.store.put('distributor_figures', changed)
      written += 1
    })
  }
  return written
}

/** Figures that can't be read any more are folded anew: null. */
function readStored(stored: readonly StoredFigures[], id: string): DistributorFigures | null {
  const own = stored.find((one) => one._id === id)
  if (!own) return noFigures(id)
  try {
    return unpackFigures(own)
  } catch (error) {
    if (isPoisoned(error)) return null
    throw error
  }
}

/** Old months are not kept apart: when one of them changes, everything is folded anew. */
async function foldAll(world: World, id: string): Promise<DistributorFigures> {
  return foldFigures(id, await readAll(world, 'distributor_days', { distributorId: id }))
}

/** From the first to the last day of the months and weeks of these dates. */
function spanOf(dates: readonly string[]): { readonly gte: string; readonly lt: string } {
  const starts = dates.flatMap((on) => [weekOf(on), `${monthIn(on)}-01`])
  const ends = dates.flatMap((on) => [addDays(weekOf(on), 7), `${addMonths(monthIn(on), 1)}-01`])
  return { gte: starts.sort()[0] ?? '', lt: ends.sort().at(-1) ?? '' }
}
