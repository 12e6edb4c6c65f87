// Asks WeChat how a sent withdrawal of the caller stands, and answers with it.
import type { Api } from '@contract/api'
import { PayUnknown } from '../../ports/payments'
import type { Context } from '../../ports/world'
import { nameFailure } from '../outbox/name-failure'
import { followWithdrawal } from './follow-withdrawal'
import { readOwnWithdrawal } from './read-withdrawal'
import { showWithdrawal } from './show-withdrawal'

/** Refuses WITHDRAWAL_UNKNOWN. When WeChat doesn't answer, it is shown as last known. */
export async function checkWithdrawal(
  ctx: Context,
  { withdrawalId }: Api['distributor.checkWithdrawal']['parsed'],
): Promise<Api['distributor.checkWithdrawal']['output']> {
  try {
    await followWithdrawal(ctx, await readOwnWithdrawal(ctx, withdrawalId))
  } catch (error) {
    if (!(error instanceof PayUnknown)) throw error
    ctx.log.warn('withdrawal-unknown', { id: withdrawalId, error: nameFailure(error) })
  }
  return showWithdrawal(await readOwnWithdrawal(ctx, withdrawalId))
}
