// Who may decide about money that the shop gives away, and for whom: never oneself, never twice the same eyes.
import type { MoneyDecision } from '@contract/model/books'
import type { Wallet } from '@contract/model/ledger'
import type { Distributor } from '@contract/model/people'
import type { RefusalCode } from '@contract/refusals'
import type { Fen } from '@contract/money'
import { refuse } from '../refuse'

/** Why a member can't be the second pair of eyes; null when they can. */
export function blockedBy(
  decision: Pick<MoneyDecision, 'status' | 'askedBy' | 'distributorId'>,
  caller: { readonly memberId: string; readonly distributorId: string },
): RefusalCode | null {
  if (decision.status !== 'waiting') return 'DECISION_MOVED_ON'
  if (decision.distributorId === caller.distributorId) return 'OWN_CASE'
  return decision.askedBy === caller.memberId ? 'FOUR_EYES' : null
}

/** Bonuses go to active distributors only. Refuses INCENTIVE_NOT_ACTIVE. */
export function insistPayable(distributor: Pick<Distributor, 'status'>): void {
  if (distributor.status !== 'active') throw refuse('INCENTIVE_NOT_ACTIVE')
}

/**
 * A debt is written off whole, when its distributor no longer works here and nothing is left that could pay it.
 * Refuses DEBT_OF_ACTIVE, DEBT_STILL_COVERED, DEBT_CHANGED `{ debtFen }`.
 */
export function insistWritable(
  distributor: Pick<Distributor, 'status'>,
  wallet: Wallet,
  amountFen: Fen,
): void {
  if (distributor.status === 'active') throw refuse('DEBT_OF_ACTIVE')
  if (wallet.pendingFen > 0 || wallet.withdrawingFen > 0) throw refuse('DEBT_STILL_COVERED')
  if (wallet.clawbackFen !== amountFen || amountFen === 0) {
    throw refuse('DEBT_CHANGED', { debtFen: wallet.clawbackFen })
  }
}
