// Timer: remembered requests and typed codes are forgotten long after anybody could still need them.
import { DAY_MS } from '@contract/time'
import type { World } from '../../ports/world'

/** A phone repeats a request for minutes, and typed codes count for a day; nobody comes back after this. */
const KEPT_MS = 30 * DAY_MS
const BATCH = 1000

/** The oldest first, so many a round of each; running twice changes nothing. */
export async function forgetRequests(world: World): Promise<{ forgotten: number }> {
  const requests = await forgetOld(world, 'requests')
  return { forgotten: requests + (await forgetOld(world, 'typed_codes')) }
}

async function forgetOld(world: World, from: 'requests' | 'typed_codes'): Promise<number> {
  const isOld = { at: { lt: world.now - KEPT_MS } }
  const old = await world.store.find(from, isOld, { order: [['at', 'asc']], limit: BATCH })
  if (old.length === 0) return 0
  const ids = old.map(({ _id }) => _id)
  // A request that was taken up again meanwhile stays.
  return world.store.removeMany(from, ids, isOld)
}
