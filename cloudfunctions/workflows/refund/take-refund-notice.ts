// What WeChat's notice says of a refund: success is booked, everything else is left to the query.
import { afterSaleOfNumber } from '../../domain/order/refund-number'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'
import { raiseAlert } from '../outbox/raise-alert'
import { finishRefund } from './finish-refund'
import { readRefundCase } from './read-refund-case'
import { applyRefundState } from './request-refund'

/** Refuses PAYMENT_AMOUNT_MISMATCH and AFTER_SALE_UNKNOWN, each with an alert. */
export async function takeRefundNotice(
  world: World,
  notice: {
    readonly outRefundNo: string
    readonly status: string
    readonly amountFen: number
    readonly succeededAt: number | null
  },
): Promise<void> {
  const { outRefundNo, succeededAt } = notice
  const refund = await readRefundCase(world, afterSaleOfNumber(outRefundNo))
  if (!refund) {
    const message = '收到一笔找不到售后单的退款通知，请核对'
    await raiseAlert(world, { kind: 'REFUND_UNKNOWN', subjectId: outRefundNo, message })
    throw refuse('AFTER_SALE_UNKNOWN')
  }
  if (refund.amountFen !== notice.amountFen) {
    const message = '退款通知的金额和售后单不一致，请核对'
    const subjectId = refund.afterSaleId
    await raiseAlert(world, { kind: 'REFUND_AMOUNT_MISMATCH', subjectId, message })
    throw refuse('PAYMENT_AMOUNT_MISMATCH')
  }
  const hasPaid = notice.status === 'success'
  if (refund.isFinished) {
    if (hasPaid && refund.paidUnder !== outRefundNo) await warnOfTwo(world, refund.afterSaleId)
    return
  }
  if (hasPaid) {
    await finishRefund(world, outRefundNo, succeededAt ?? world.now)
    return
  }
  // What became of an earlier number no longer matters.
  if (outRefundNo !== refund.outRefundNo) return
  await applyRefundState(world, refund, await world.payments.queryRefund(outRefundNo))
}

/** Nothing more is booked: the buyer has the money twice, and a person must ask for it back. */
function warnOfTwo(world: World, subjectId: string): Promise<void> {
  const message = '同一笔售后退了两次钱，请和买家联系'
  return raiseAlert(world, { kind: 'REFUND_TWICE', subjectId, message })
}
