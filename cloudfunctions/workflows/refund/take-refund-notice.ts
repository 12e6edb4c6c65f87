// What WeChat's notice says of a refund: success is booked, everything else is left to the query.
import { idOf } from '@contract/ids'
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
  const refund = await readRefundCase(world, idOf('afterSale', outRefundNo))
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
  if (refund.isFinished) return
  if (notice.status === 'success') {
    await finishRefund(world, outRefundNo, succeededAt ?? world.now)
    return
  }
  await applyRefundState(world, refund, await world.payments.queryRefund(outRefundNo))
}
