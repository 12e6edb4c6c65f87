// The life of a withdrawal: one table of legal moves.
import type { WithdrawalStatus } from '@contract/model/ledger'
import { assert } from '../assert'

/** Sent counts from before the first call: only WeChat's final word leads out of `dispatched`. */
const MOVES: Readonly<Record<WithdrawalStatus, readonly WithdrawalStatus[]>> = {
  requested: ['approved', 'rejected'],
  approved: ['dispatched', 'rejected'],
  dispatched: ['awaiting-confirmation', 'paid', 'returned'],
  'awaiting-confirmation': ['paid', 'returned'],
  paid: [],
  rejected: [],
  returned: [],
}

/** The statuses in which the money is in the wallet's withdrawing part. */
export const OPEN_WITHDRAWALS: readonly WithdrawalStatus[] = [
  'requested',
  'approved',
  'dispatched',
  'awaiting-confirmation',
]

export function canMoveWithdrawal(from: WithdrawalStatus, to: WithdrawalStatus): boolean {
  return MOVES[from].includes(to)
}

/** For moves that were checked before; an illegal one is a bug. */
export function assertWithdrawalMove(from: WithdrawalStatus, to: WithdrawalStatus): void {
  assert(canMoveWithdrawal(from, to), `a withdrawal cannot go from ${from} to ${to}`)
}
