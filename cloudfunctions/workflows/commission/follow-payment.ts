// What follows a payment beyond the two transactions of its notice: done later, by the timer, as often as needed.
import type { Order } from '@contract/model/order'
import type { World } from '../../ports/world'
import { setSettleDue } from '../order/set-settle-due'
import { keepCustomer } from '../share/keep-customer'
import { accrueCommissions } from './accrue-commissions'

/** Accrues what isn't accrued, keeps the customer by the rule, and last marks the order's accrual done. */
export async function followPayment(world: World, order: Order): Promise<void> {
  const isAccrued = (await world.store.get('ledger_entries', `accrue:${order._id}`)) !== null
  if (!isAccrued) await accrueCommissions(world, order)
  await keepCustomer(world, order)
  // It may have been received before there were commissions to give a due moment to.
  const now = await world.store.get('orders', order._id)
  if (now && now.receivedAt !== null) await setSettleDue(world, order._id)
  const set = { accrual: 'done' }
  await world.store.updateIf('orders', order._id, { accrual: 'due' }, { set })
}
