// The timer's share of notices: those whose work was cut short are carried out, and all that hold are marked done.
import { SECOND_MS } from '@contract/time'
import type { World } from '../../ports/world'
import { nameFailure } from '../outbox/name-failure'
import { workNotice } from './work-notice'

const BATCH = 50
/** Younger ones are still in the hands of the function that stored them. */
const LEAVE_MS = 4 * SECOND_MS

export async function workOffNotices(
  world: World,
): Promise<{ done: number; refused: number; failed: number }> {
  const stored = await world.store.find(
    'pay_notices',
    { status: 'stored', receivedAt: { lte: world.now - LEAVE_MS } },
    { order: [['receivedAt', 'asc']], limit: BATCH },
  )
  const counts = { done: 0, refused: 0, failed: 0 }
  for (const record of stored) {
    try {
      const outcome = await workNotice(world, record)
      counts[outcome] += 1
      if (outcome === 'refused') continue
      const set = { status: 'done' }
      await world.store.updateIf('pay_notices', record._id, { status: 'stored' }, { set })
    } catch (error) {
      counts.failed += 1
      world.log.warn('notice-postponed', { id: record._id, error: nameFailure(error) })
    }
  }
  return counts
}
