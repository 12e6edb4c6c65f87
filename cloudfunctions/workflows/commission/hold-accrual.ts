// An order whose commissions can't be worked out is held, and a person is called.
import type { World } from '../../ports/world'
import { nameFailure } from '../outbox/name-failure'
import { raiseAlert } from '../outbox/raise-alert'

/** Repeatable. Setting the order back to `due` tries it again, as long as nothing of it was refunded. */
export async function holdAccrual(world: World, orderId: string, error: unknown): Promise<void> {
  const set = { accrual: 'held' }
  if (!(await world.store.updateIf('orders', orderId, { accrual: 'due' }, { set }))) return
  const message = `这笔订单的佣金算不出来，已搁下，需要人工核对（${nameFailure(error)}）`
  await raiseAlert(world, { kind: 'ACCRUAL_FAILED', subjectId: orderId, message }, true)
}
