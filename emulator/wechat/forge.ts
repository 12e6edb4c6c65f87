// Notices that WeChat never sent, to test the merchant: flawed in signature, or signed and untrue.
import { billAnnouncement } from './pay/bill-moves'
import type { Announcement, PayContext } from './pay/context'
import type { NoticeDesk } from './pay/notices'
import { paymentAnnouncement } from './pay/phone-payment'
import { refundAnnouncement } from './pay/refund-moves'
import { sealNotice } from './pay/seal-notice'
import type { Flaw } from './pay/signing'

/** About one of the three numbers; it is told as if it had succeeded. */
export interface Forgery {
  outTradeNo?: string | undefined
  outRefundNo?: string | undefined
  outBillNo?: string | undefined
  /** What is wrong with the signature; absent means genuinely signed. */
  flaw?: Flaw | undefined
  /** Tells another amount than the true one, in fen. */
  amountFen?: number | undefined
  /** Tells another payer or payee. */
  openid?: string | undefined
}

function tellPayment(ctx: PayContext, outTradeNo: string, forgery: Forgery): Announcement {
  const order = ctx.tables.orders.get(outTradeNo)
  if (!order) throw new RangeError(`no order ${outTradeNo}`)
  return paymentAnnouncement(ctx, {
    ...order,
    state: 'SUCCESS',
    paidAt: order.paidAt ?? ctx.now(),
    transactionId: order.transactionId ?? '4200000202601010000000000000',
    totalFen: forgery.amountFen ?? order.totalFen,
    openid: forgery.openid ?? order.openid,
  })
}

function tellRefund(ctx: PayContext, outRefundNo: string, forgery: Forgery): Announcement {
  const refund = ctx.tables.refunds.get(outRefundNo)
  if (!refund) throw new RangeError(`no refund ${outRefundNo}`)
  const amountFen = forgery.amountFen ?? refund.amountFen
  return refundAnnouncement(ctx, { ...refund, state: 'SUCCESS', succeededAt: ctx.now(), amountFen })
}

function tellTransfer(ctx: PayContext, outBillNo: string, forgery: Forgery): Announcement {
  const bill = ctx.tables.bills.get(outBillNo)
  if (!bill) throw new RangeError(`no transfer bill ${outBillNo}`)
  const { failReason: _, ...rest } = bill
  return billAnnouncement(ctx, {
    ...rest,
    state: 'SUCCESS',
    amountFen: forgery.amountFen ?? bill.amountFen,
    openid: forgery.openid ?? bill.openid,
  })
}

function tell(ctx: PayContext, forgery: Forgery): Announcement {
  const { outTradeNo, outRefundNo, outBillNo } = forgery
  if (outTradeNo !== undefined) return tellPayment(ctx, outTradeNo, forgery)
  if (outRefundNo !== undefined) return tellRefund(ctx, outRefundNo, forgery)
  if (outBillNo !== undefined) return tellTransfer(ctx, outBillNo, forgery)
  throw new RangeError('name an outTradeNo, an outRefundNo or an outBillNo')
}

/** Posts the forged notice once, outside the schedule; resolves to the merchant's answer. */
export async function forge(ctx: PayContext, desk: NoticeDesk, forgery: Forgery): Promise<string> {
  const announcement = tell(ctx, forgery)
  const body = sealNotice(`forged-${ctx.now()}`, announcement, ctx.keys(), ctx.now())
  return desk.post(announcement.url, body, forgery.flaw)
}
