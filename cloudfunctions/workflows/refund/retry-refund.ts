// 再退一次: a closed refund gets a new number, since its old one is dead; an abnormal one keeps its number.
import type { Api } from '@contract/api'
import { assertNever } from '../../domain/assert'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { askStuckRefund, type StuckRefund } from './ask-stuck-refund'
import { closeTroubleAlert } from './mark-trouble'
import { applyRefundState } from './request-refund'
import { startRefund } from './start-refund'

type Outcome = Api['owner.retryRefund']['output']['outcome']

/**
 * WeChat is asked first how the number stands: only what it says is closed for good may be tried under another number,
 * or the buyer would get the money twice. Refuses like askStuckRefund.
 */
export async function retryRefund(
  ctx: Context,
  { afterSaleId }: Api['owner.retryRefund']['parsed'],
): Promise<Api['owner.retryRefund']['output']> {
  const stuck = await askStuckRefund(ctx, afterSaleId)
  switch (stuck.state.state) {
    case 'success':
    case 'processing':
      await applyRefundState(ctx, stuck.refund, stuck.state)
      break
    case 'abnormal':
      return { outcome: 'stuck' }
    case 'closed':
      await takeNewNumber(ctx, stuck)
      await startRefund(ctx, afterSaleId)
      break
    case 'not-found':
      // It never got there: the same number is offered again, by the outbox too if that had given it up.
      await oweAgain(ctx, afterSaleId, 0)
      await startRefund(ctx, afterSaleId)
      break
    default:
      return assertNever(stuck.state)
  }
  return { outcome: await outcomeOf(ctx, afterSaleId) }
}

/** Two who retry at once get one new number: the second finds that the try has moved on. */
async function takeNewNumber(ctx: Context, { afterSale, refund }: StuckRefund): Promise<void> {
  const { _id, refundTry } = afterSale
  const set = { refundTry: (refundTry ?? 1) + 1 }
  const isMine = await ctx.store.updateIf(
    'after_sales',
    _id,
    { status: 'refunding', refundTry: refundTry ?? { exists: false } },
    { set, unset: ['refundTrouble', 'billedOn'] },
  )
  if (!isMine) throw refuse('REFUND_NOT_STUCK')
  // Whatever the outbox was waiting for, it is due again, and asks under the new number.
  await oweAgain(ctx, _id, 1)
  for (const state of new Set(['closed', refund.trouble?.state ?? 'closed'] as const)) {
    await closeTroubleAlert(ctx, state, refund.outRefundNo, '换了新的单号再退')
  }
}

async function oweAgain(ctx: Context, afterSaleId: string, tries: number): Promise<void> {
  const due = { status: 'due', dueAt: ctx.now, tries, failures: 0, lastError: null }
  await ctx.store.updateIf('outbox', `refund:${afterSaleId}`, {}, { set: due })
}

async function outcomeOf(ctx: Context, afterSaleId: string): Promise<Outcome> {
  const afterSale = await ctx.store.get('after_sales', afterSaleId)
  if (afterSale?.status === 'refunded') return 'refunded'
  return afterSale?.refundTrouble ? 'stuck' : 'under-way'
}
