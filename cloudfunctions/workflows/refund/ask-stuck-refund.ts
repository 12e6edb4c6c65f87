// Looks at a stuck refund before a person decides it: how WeChat says that it stands this very moment.
import type { AfterSale } from '@contract/model/order'
import { refuse } from '../../domain/refuse'
import { PayUnknown, type RefundState } from '../../ports/payments'
import type { Context } from '../../ports/world'
import { readRefundCase, type RefundCase } from './read-refund-case'

export interface StuckRefund {
  readonly afterSale: AfterSale
  readonly refund: RefundCase
  readonly state: RefundState
}

/** Refuses AFTER_SALE_UNKNOWN, OWN_CASE, REFUND_NOT_STUCK, and TRY_AGAIN when WeChat doesn't say. */
export async function askStuckRefund(ctx: Context, afterSaleId: string): Promise<StuckRefund> {
  const afterSale = await ctx.store.get('after_sales', afterSaleId)
  if (!afterSale) throw refuse('AFTER_SALE_UNKNOWN')
  if (afterSale.buyerId === ctx.caller.memberId) throw refuse('OWN_CASE')
  const refund = await readRefundCase(ctx, afterSaleId)
  if (!refund?.trouble || refund.isFinished) throw refuse('REFUND_NOT_STUCK')
  try {
    return { afterSale, refund, state: await ctx.payments.queryRefund(refund.outRefundNo) }
  } catch (error) {
    if (error instanceof PayUnknown) throw refuse('TRY_AGAIN')
    throw error
  }
}
