// Sums up days anew and sets those that came out different, so that doing it twice changes nothing.
import type { DistributorDay } from '@contract/model/aggregate'
import { isSameSums } from '../../domain/aggregate/sums'
import { sumDays } from '../../domain/aggregate/sum-day'
import type { World } from '../../ports/world'
import { inLanes } from '../in-lanes'
import { sumReadable } from '../outbox/leave-out-poisoned'
import { readDayFacts } from './read-day-facts'

/** Distributors whose day is read in one go. */
const GROUP = 100

/** Answers with how many days were written. */
export async function setDays(
  world: World,
  on: string,
  distributorIds: readonly string[],
): Promise<number> {
  let written = 0
  for (let from = 0; from < distributorIds.length; from += GROUP) {
    const group = distributorIds.slice(from, from + GROUP)
    const facts = { ...(await readDayFacts(world, on, group)) }
    const days = await sumReadable(world, facts, (rows) => sumDays(on, group, rows, world.now))
    const known = new Map(
      (await readKnown(world, days)).map((day): [string, DistributorDay] => [day._id, day]),
    )
    const changed = days.filter((day) => {
      const before = known.get(day._id)
      return !before || !isSameSums(before, day)
    })
    await inLanes(changed, (day) => world.store.put('distributor_days', day))
    written += changed.length
  }
  return written
}

function readKnown(world: World, days: readonly DistributorDay[]): Promise<DistributorDay[]> {
  return world.store.getMany(
    'distributor_days',
    days.map((day) => day._id),
  )
}
