// 驳回提现: the payout desk turns a withdrawal down with a reason that its asker reads.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readWithdrawal } from './read-withdrawal'
import { readDeskRow } from './show-desk-row'
import { turnDown } from './turn-down'

/** Refuses WITHDRAWAL_UNKNOWN, WITHDRAWAL_MOVED_ON, OWN_CASE. */
export async function rejectWithdrawal(
  ctx: Context,
  { withdrawalId, reason }: Api['owner.rejectWithdrawal']['parsed'],
): Promise<Api['owner.rejectWithdrawal']['output']> {
  const withdrawal = await readWithdrawal(ctx.store, withdrawalId)
  if (withdrawal.memberId === ctx.caller.memberId) throw refuse('OWN_CASE')
  await turnDown(ctx, withdrawalId, reason)
  return readDeskRow(ctx, withdrawalId)
}
