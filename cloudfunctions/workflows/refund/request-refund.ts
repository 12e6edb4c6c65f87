// Asks WeChat for a refund under its fixed number, and books it when WeChat says that it succeeded.
import { assertNever } from '../../domain/assert'
import { PayRefused, type RefundState } from '../../ports/payments'
import type { World } from '../../ports/world'
import type { WorkOutcome } from '../outbox/work-off-outbox'
import { finishRefund } from './finish-refund'
import { clearTrouble, markTrouble } from './mark-trouble'
import { readRefundCase, type RefundCase } from './read-refund-case'

/** Shown to the buyer by WeChat; the same on every retry. */
const REASON = '售后退款'

/**
 * The outbox's way: `waiting` while WeChat has not decided. A retry asks how the number stands before it asks for the
 * refund again, under the same number. Throws PayUnknown and PayRefused.
 */
export async function requestRefund(
  world: World,
  afterSaleId: string,
  isRetry: boolean,
): Promise<WorkOutcome> {
  const refund = await readRefundCase(world, afterSaleId)
  if (!refund || refund.isFinished) return 'done'
  if (refund.amountFen === 0) return finish(world, refund, world.now)
  const known = isRetry ? await world.payments.queryRefund(refund.outRefundNo) : null
  const isKnown = known !== null && known.state !== 'not-found'
  return applyRefundState(world, refund, isKnown ? known : await ask(world, refund))
}

async function ask(world: World, refund: RefundCase): Promise<RefundState> {
  const { outTradeNo, outRefundNo, amountFen, totalFen } = refund
  const facts = { outTradeNo, outRefundNo, amountFen, totalFen, reason: REASON }
  try {
    return await world.payments.refund(facts)
  } catch (error) {
    if (!(error instanceof PayRefused)) throw error
    // A refusal may concern the repeat alone: what counts is how the number stands.
    const state = await world.payments.queryRefund(outRefundNo)
    if (state.state === 'not-found') throw error
    return state
  }
}

/** What a state of WeChat's means for our books. */
export async function applyRefundState(
  world: World,
  refund: RefundCase,
  state: RefundState,
): Promise<WorkOutcome> {
  switch (state.state) {
    case 'success':
      return finish(world, refund, state.succeededAt)
    case 'processing':
      await clearTrouble(world, refund)
      return 'waiting'
    case 'not-found':
      return 'waiting'
    case 'closed':
    case 'abnormal':
      await markTrouble(world, refund, state.state)
      return 'waiting'
    default:
      return assertNever(state)
  }
}

async function finish(world: World, refund: RefundCase, at: number): Promise<WorkOutcome> {
  await finishRefund(world, refund.outRefundNo, at)
  return 'done'
}
