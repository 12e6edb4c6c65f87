// 再试一次: what the outbox set aside is tried again, what was sent is asked for now; always the same bill number.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import { PayUnknown } from '../../ports/payments'
import type { Context } from '../../ports/world'
import { makeOutboxRecord } from '../outbox/make-outbox-record'
import { nameFailure } from '../outbox/name-failure'
import { tryNow } from '../outbox/work-off-outbox'
import { followWithdrawal } from './follow-withdrawal'
import { readWithdrawal } from './read-withdrawal'
import { readDeskRow } from './show-desk-row'

/** Refuses WITHDRAWAL_UNKNOWN, OWN_CASE, and WITHDRAWAL_MOVED_ON when there is nothing to try. */
export async function retryWithdrawal(
  ctx: Context,
  { withdrawalId }: Api['owner.retryWithdrawal']['parsed'],
): Promise<Api['owner.retryWithdrawal']['output']> {
  const withdrawal = await readWithdrawal(ctx.store, withdrawalId)
  if (withdrawal.memberId === ctx.caller.memberId) throw refuse('OWN_CASE')
  switch (withdrawal.status) {
    case 'approved': {
      const record = makeOutboxRecord('dispatch-withdrawal', withdrawalId, ctx.now)
      const { status, dueAt, tries } = record
      const set = { status, dueAt, tries, failures: 0 }
      await ctx.store.updateIf('outbox', record._id, {}, { set })
      await tryNow(ctx, record)
      break
    }
    case 'dispatched':
    case 'awaiting-confirmation':
      try {
        await followWithdrawal(ctx, withdrawal)
      } catch (error) {
        if (!(error instanceof PayUnknown)) throw error
        ctx.log.warn('withdrawal-unknown', { id: withdrawalId, error: nameFailure(error) })
      }
      break
    default:
      throw refuse('WITHDRAWAL_MOVED_ON')
  }
  return readDeskRow(ctx, withdrawalId)
}
