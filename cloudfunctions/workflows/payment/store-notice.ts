// Keeps a verified notice before anything is done about it: the facts needed for the work, no OPENID.
import type { PayNoticeRecord } from '@contract/model/order'
import { SECOND_MS } from '@contract/time'
import { assertNever } from '../../domain/assert'
import type { PayNotice } from '../../ports/payments'
import type { World } from '../../ports/world'

/** So long it is in the hands of the function that stored it. */
const OWN_MS = 4 * SECOND_MS

/** The record, and whether it is new: WeChat repeats a notice under the same id. */
export async function storeNotice(
  world: World,
  notice: PayNotice,
): Promise<{ record: PayNoticeRecord; isNew: boolean }> {
  const record: PayNoticeRecord = {
    _id: `ntc_${notice.noticeId}`,
    ...factsOf(notice),
    status: 'stored',
    refusedWith: null,
    receivedAt: world.now,
    dueAt: world.now + OWN_MS,
    tries: 0,
  }
  return { record, isNew: await world.store.insert('pay_notices', record) }
}

function factsOf(notice: PayNotice): Pick<PayNoticeRecord, 'kind' | 'number' | 'facts'> {
  switch (notice.kind) {
    case 'payment': {
      const { transactionId, amountFen, paidAt } = notice
      return {
        kind: 'payment',
        number: notice.outTradeNo,
        facts: { transactionId, amountFen, paidAt },
      }
    }
    case 'refund': {
      const { refundId, status, amountFen, succeededAt = null } = notice
      return {
        kind: 'refund',
        number: notice.outRefundNo,
        facts: { refundId, status, amountFen, succeededAt },
      }
    }
    case 'transfer': {
      const { transferBillNo, status, amountFen, updatedAt, failReason = null } = notice
      return {
        kind: 'transfer',
        number: notice.outBillNo,
        facts: { transferBillNo, status, amountFen, updatedAt, failReason },
      }
    }
    default:
      return assertNever(notice)
  }
}
