// Timer: goes on with simulations that nobody asks for any more, so that leaving the page loses nothing.
import { MINUTE_MS } from '@contract/time'
import { isPoisoned, nameFailure } from '../outbox/name-failure'
import type { World } from '../../ports/world'
import { advanceSimulation } from './advance-simulation'

/** Whoever looks at the page asks much more often than this. */
const LEFT_ALONE_MS = MINUTE_MS
const BATCH = 3

/** One that fails for itself is marked `failed`; the others go on. */
export async function advanceSimulations(world: World): Promise<{ going: number; failed: number }> {
  const left = { status: 'running', advancedAt: { lt: world.now - LEFT_ALONE_MS } }
  const order = [['advancedAt', 'asc']] as const
  const counts = { going: 0, failed: 0 }
  for (const simulation of await world.store.find('simulations', left, { order, limit: BATCH })) {
    try {
      await advanceSimulation(world, simulation)
      counts.going += 1
    } catch (error) {
      world.log.warn('simulation-failed', { id: simulation._id, error: nameFailure(error) })
      if (!isPoisoned(error)) continue
      const set = { status: 'failed', finishedAt: world.now }
      await world.store.updateIf('simulations', simulation._id, { status: 'running' }, { set })
      counts.failed += 1
    }
  }
  return counts
}
