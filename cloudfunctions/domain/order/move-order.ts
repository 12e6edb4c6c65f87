// The plain moves of an order: paid, received, closed. Whether they are due is decided before.
import type { Order } from '@contract/model/order'
import { assert } from '../assert'
import { assertOrderMove } from './order-lifecycle'

/** Paid at `at` (ms); commissions are due if someone is credited. */
export function payOrder(
  order: Order,
  payment: { readonly at: number; readonly transactionId: string },
): Order {
  assertOrderMove(order.status, 'paid')
  const { at, transactionId } = payment
  const accrual = order.attribution === null || order.planId === null ? 'done' : 'due'
  return { ...order, status: 'paid', paidAt: at, transactionId, accrual }
}

/** What receipt at `at` (ms) changes, by the buyer's word or by itself; only a shipped order is received. */
export function receipt(at: number) {
  return { status: 'received', receivedAt: at, dues: 'todo' } as const satisfies Partial<Order>
}

/** An unpaid order closed by its buyer or by time. */
export function closeOrder(order: Order, reason: 'unpaid' | 'cancelled', at: number): Order {
  assert(order.status === 'created', `${order._id}: only an unpaid order is closed like this`)
  return { ...order, status: 'closed', closedAt: at, closeReason: reason }
}
