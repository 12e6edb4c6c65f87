// 人工退款: the money was handed back past WeChat; booked from the bank under the same key, so never twice.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { askStuckRefund } from './ask-stuck-refund'
import { finishRefund } from './finish-refund'
import { applyRefundState } from './request-refund'

/**
 * Refuses like askStuckRefund, and REFUND_HAS_MOVED when WeChat has paid it after all or works on it again: then the
 * person must not pay too.
 */
export async function markRefundedByHand(
  ctx: Context,
  { afterSaleId, note }: Api['owner.markRefundedByHand']['parsed'],
): Promise<Api['owner.markRefundedByHand']['output']> {
  const earlier = await ctx.store.get('after_sales', afterSaleId)
  if (earlier?.refundedByHand?.by === ctx.caller.memberId) return {}
  const { refund, state } = await askStuckRefund(ctx, afterSaleId)
  if (state.state === 'success' || state.state === 'processing') {
    await applyRefundState(ctx, refund, state)
    throw refuse('REFUND_HAS_MOVED')
  }
  const { memberId: by, member } = ctx.caller
  await finishRefund(ctx, refund.outRefundNo, ctx.now, { by, name: member.nickname, note })
  return {}
}
