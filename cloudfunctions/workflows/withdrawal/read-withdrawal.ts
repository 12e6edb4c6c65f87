// Withdrawals by id, for who asked and for who decides.
import type { Withdrawal } from '@contract/model/ledger'
import { refuse } from '../../domain/refuse'
import type { Store, Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'

type Reader = Pick<Store | Transaction, 'get'>

/** Refuses WITHDRAWAL_UNKNOWN. */
export async function readWithdrawal(from: Reader, withdrawalId: string): Promise<Withdrawal> {
  const withdrawal = await from.get('withdrawals', withdrawalId)
  if (!withdrawal) throw refuse('WITHDRAWAL_UNKNOWN')
  return withdrawal
}

/** The caller's own; somebody else's is WITHDRAWAL_UNKNOWN too. */
export async function readOwnWithdrawal(ctx: Context, withdrawalId: string): Promise<Withdrawal> {
  const withdrawal = await readWithdrawal(ctx.store, withdrawalId)
  if (withdrawal.memberId !== ctx.caller.memberId) throw refuse('WITHDRAWAL_UNKNOWN')
  return withdrawal
}
