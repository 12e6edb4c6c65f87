// Whom to look at twice: people with a waiting withdrawal that carries flags, or with a commission set aside.
import type { World } from '../../ports/world'
import { readAll } from '../read-all'

/** Ids of distributors, each once. */
export async function findOfNote(world: World): Promise<string[]> {
  const [waiting, held] = await Promise.all([
    readAll(world, 'withdrawals', { status: 'requested' }),
    readAll(world, 'commissions', { status: 'pending', isHeld: true }),
  ])
  const flagged = waiting.filter(({ flags }) => flags.length > 0)
  return [...new Set([...flagged, ...held].map(({ distributorId }) => distributorId))]
}
