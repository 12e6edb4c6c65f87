// Timer: remembered requests are forgotten long after anybody could still be repeating them.
import { DAY_MS } from '@contract/time'
import type { World } from '../../ports/world'

/** A phone repeats a request for minutes; nobody comes back with one after this. */
const KEPT_MS = 30 * DAY_MS
const BATCH = 1000

/** The oldest first, so many a round; running twice changes nothing. */
export async function forgetRequests(world: World): Promise<{ forgotten: number }> {
  const isOld = { at: { lt: world.now - KEPT_MS } }
  const old = await world.store.find('requests', isOld, { order: [['at', 'asc']], limit: BATCH })
  if (old.length === 0) return { forgotten: 0 }
  const ids = old.map((request) => request._id)
  // One that was taken up again meanwhile stays.
  return { forgotten: await world.store.removeMany('requests', ids, isOld) }
}
