// What a person can do with an order now; pages show these buttons and no others.
import type { Order } from '@contract/model/order'
import { isAfterSaleOpen } from './can-apply-after-sale'
import { leftToShip } from './ship-lines'

export type OrderAction = 'pay' | 'cancel' | 'confirm-receipt' | 'apply-after-sale' | 'ship'

/** The buyer's actions, the most likely first. */
export function buyerActions(order: Order, now: number, afterSaleDays: number): OrderAction[] {
  const actions: OrderAction[] = []
  if (order.status === 'created') {
    if (now < order.expireAt) actions.push('pay')
    actions.push('cancel')
  }
  if (order.status === 'shipped') actions.push('confirm-receipt')
  if (isAfterSaleOpen(order, now, afterSaleDays)) actions.push('apply-after-sale')
  return actions
}

/** The owner's actions. */
export function ownerActions(order: Order): OrderAction[] {
  const isPaid = order.status === 'paid' || order.status === 'partly-shipped'
  return isPaid && leftToShip(order).length > 0 ? ['ship'] : []
}
