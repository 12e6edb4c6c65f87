// The life of an after-sale: one table of legal moves.
import type { AfterSaleKind, AfterSaleStatus } from '@contract/model/order'
import { assert } from '../assert'

/** A refund that was started is WeChat's to finish: nobody takes it back. */
const MOVES: Readonly<Record<AfterSaleStatus, readonly AfterSaleStatus[]>> = {
  applied: ['awaiting-return', 'refunding', 'rejected', 'withdrawn'],
  'awaiting-return': ['returning', 'refunding', 'withdrawn'],
  returning: ['refunding', 'rejected'],
  refunding: ['refunded'],
  refunded: [],
  rejected: [],
  withdrawn: [],
}

/** The statuses in which an after-sale holds its units and the order's settlement. */
export const OPEN_AFTER_SALES: readonly AfterSaleStatus[] = [
  'applied',
  'awaiting-return',
  'returning',
  'refunding',
]

export function canMoveAfterSale(from: AfterSaleStatus, to: AfterSaleStatus): boolean {
  return MOVES[from].includes(to)
}

/** For moves that were checked before; an illegal one is a bug. */
export function assertAfterSaleMove(from: AfterSaleStatus, to: AfterSaleStatus): void {
  assert(canMoveAfterSale(from, to), `an after-sale cannot go from ${from} to ${to}`)
}

/** Where approval leads: goods that must come back are awaited first. */
export function statusAfterApproval(kind: AfterSaleKind): AfterSaleStatus {
  return kind === 'refund-only' ? 'refunding' : 'awaiting-return'
}
