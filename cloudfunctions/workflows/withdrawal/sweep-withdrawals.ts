// The timer's share of transfers: whatever WeChat still owes an answer for is asked for when its moment comes.
import { nextCheckAt } from '../../domain/withdrawal/next-check'
import type { World } from '../../ports/world'
import { nameFailure } from '../outbox/name-failure'
import { followWithdrawal } from './follow-withdrawal'

const BATCH = 30

export async function sweepWithdrawals(world: World): Promise<{ asked: number; failed: number }> {
  const due = await world.store.find(
    'withdrawals',
    { checkAt: { gt: 0, lte: world.now } },
    { order: [['checkAt', 'asc']], limit: BATCH },
  )
  const counts = { asked: 0, failed: 0 }
  for (const withdrawal of due) {
    const { _id, checkAt, dispatchedAt } = withdrawal
    // Moved ahead first: another timer leaves it alone, and a failure doesn't block the queue.
    const set = { checkAt: nextCheckAt(dispatchedAt ?? world.now, world.now) }
    if (!(await world.store.updateIf('withdrawals', _id, { checkAt }, { set }))) continue
    try {
      await followWithdrawal(world, withdrawal)
      counts.asked += 1
    } catch (error) {
      counts.failed += 1
      world.log.warn('withdrawal-postponed', { id: _id, error: nameFailure(error) })
    }
  }
  return counts
}
