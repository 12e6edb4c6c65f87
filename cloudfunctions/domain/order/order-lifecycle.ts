// The life of an order: one table of legal moves.
import type { OrderStatus } from '@contract/model/order'
import { assert } from '../assert'

/** An order whose every unit is refunded is closed, whatever it was before. */
const MOVES: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  created: ['paid', 'closed'],
  paid: ['partly-shipped', 'shipped', 'closed'],
  'partly-shipped': ['shipped', 'closed'],
  shipped: ['received', 'closed'],
  received: ['completed', 'closed'],
  completed: ['closed'],
  closed: [],
}

export function canMoveOrder(from: OrderStatus, to: OrderStatus): boolean {
  return MOVES[from].includes(to)
}

/** For moves that were checked before; an illegal one is a bug. */
export function assertOrderMove(from: OrderStatus, to: OrderStatus): void {
  assert(canMoveOrder(from, to), `an order cannot go from ${from} to ${to}`)
}
