// Timer: gives the commissions of orders just received the moment at which they become available.
import type { World } from '../../ports/world'
import { isLasting, nameFailure } from '../outbox/name-failure'
import { raiseAlert } from '../outbox/raise-alert'
import { setSettleDue } from './set-settle-due'

const BATCH = 100

/**
 * The moment hangs on `receivedAt` alone, so a minute's delay moves nothing. An order that fails for itself is set
 * aside with an alert.
 */
export async function setReceivedDues(world: World): Promise<{ set: number; setAside: number }> {
  const received = await world.store.find(
    'orders',
    { dues: 'todo' },
    { order: [['receivedAt', 'asc']], limit: BATCH },
  )
  const counts = { set: 0, setAside: 0 }
  for (const { _id } of received) {
    try {
      await setSettleDue(world, _id)
      if (await end(world, _id, 'set')) counts.set += 1
    } catch (error) {
      world.log.warn('dues-failed', { orderId: _id, error: nameFailure(error) })
      if (!isLasting(error)) continue
      counts.setAside += 1
      await end(world, _id, 'held')
      const message = '这笔订单的佣金定不了结算日，已暂停，需要人工核对'
      await raiseAlert(world, { kind: 'SETTLE_SET_ASIDE', subjectId: _id, message }, true)
    }
  }
  return counts
}

function end(world: World, orderId: string, dues: 'set' | 'held'): Promise<boolean> {
  return world.store.updateIf('orders', orderId, { dues: 'todo' }, { set: { dues } })
}
