// 再对一次: asks WeChat about what was not booked, then compares the day again.
import type { Api } from '@contract/api'
import type { ReconcileDifference } from '@contract/model/books'
import { addDays, dateOf } from '@contract/time'
import { refuse } from '../../domain/refuse'
import { PayUnknown } from '../../ports/payments'
import type { Context } from '../../ports/world'
import { learnPayment } from '../order/learn-payment'
import { nameFailure } from '../outbox/name-failure'
import { requestRefund } from '../refund/request-refund'
import { followWithdrawal } from '../withdrawal/follow-withdrawal'
import { lastBilledDay } from './reconcile-days'
import { runDay } from './run-day'
import { showDay } from './show-day'

/** WeChat keeps bills for three months. */
const BILL_DAYS = 90
/** So that a person's call ends in time; the timer goes on with the rest. */
const PAGES = 50
const HEALED = 20

/** Refuses BILL_NOT_READY, BILL_TOO_OLD, and TRY_AGAIN when WeChat doesn't answer. */
export async function reconcileDay(
  ctx: Context,
  { on }: Api['owner.reconcileDay']['parsed'],
): Promise<Api['owner.reconcileDay']['output']> {
  if (on > lastBilledDay(ctx.now)) throw refuse('BILL_NOT_READY')
  if (on < addDays(dateOf(ctx.now), -BILL_DAYS)) throw refuse('BILL_TOO_OLD')
  await heal(ctx, on)
  try {
    return showDay(await runDay(ctx, on, PAGES))
  } catch (error) {
    if (error instanceof PayUnknown) throw refuse('TRY_AGAIN')
    throw error
  }
}

/** What WeChat has done and we never heard of is asked for and booked, each for itself. */
async function heal(ctx: Context, on: string): Promise<void> {
  const open = await ctx.store.find(
    'reconcile_differences',
    { on, state: { in: ['open', 'explained'] } },
    { limit: HEALED },
  )
  for (const difference of open) {
    try {
      await ask(ctx, difference)
    } catch (error) {
      ctx.log.warn('heal-postponed', { id: difference._id, error: nameFailure(error) })
    }
  }
}

async function ask(ctx: Context, { cause, number, recordId }: ReconcileDifference): Promise<void> {
  if (recordId === null) return
  switch (cause) {
    case 'PAYMENT_NOT_BOOKED':
    case 'PAYMENT_ORDER_CLOSED':
      await learnPayment(ctx, { outTradeNo: number })
      return
    case 'REFUND_NOT_BOOKED':
    case 'REFUND_UNDER_WAY':
      await requestRefund(ctx, recordId, true)
      return
    case 'TRANSFER_UNDER_WAY': {
      const withdrawal = await ctx.store.get('withdrawals', recordId)
      if (withdrawal) await followWithdrawal(ctx, withdrawal)
      return
    }
    default:
      return
  }
}
