// The life of an after-sale: one table of legal moves.
import type { AfterSaleKind, AfterSaleStatus } from '@contract/model/order'

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

export function canMoveAfterSale(from: AfterSaleStatus, to: AfterSaleStatus): boolean {
  return MOVES[from].includes(to)
}

/** Where approval leads: goods that must come back are awaited first. */
export function statusAfterApproval(kind: AfterSaleKind): AfterSaleStatus {
  return kind === 'refund-only' ? 'refunding' : 'awaiting-return'
}
