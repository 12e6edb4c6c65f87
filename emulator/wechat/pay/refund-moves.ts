// The life of a refund: accepted, then final by time or by order; who hears of it; and the way out of ABNORMAL.
import { closeWork, listOpenWork, openWork } from '../tables'
import { toRfc3339 } from '../shanghai'
import { describeRefund } from '../cloud-pay/events'
import type { Announcement, PayContext } from './context'

export type RefundOutcome = 'SUCCESS' | 'CLOSED' | 'ABNORMAL'

export interface Refund {
  refundId: string
  outRefundNo: string
  outTradeNo: string
  transactionId: string
  amountFen: number
  totalFen: number
  reason: string
  notifyUrl: string
  createdAt: number
  state: 'PROCESSING' | RefundOutcome
  /** When it last began to be worked on: its acceptance, or the way out of ABNORMAL. */
  startedAt: number
  succeededAt?: number
  closedAt?: number
  /** What it will become when its time has come; absent means what the settings say. */
  outcome?: RefundOutcome
  channel: 'ORIGINAL' | 'OTHER_BANKCARD'
  /** Where the money goes, in WeChat's words. */
  account: string
  /** Set for a refund of a cloudPay order. */
  isCloudPay?: boolean
}

const SUMMARY: Record<RefundOutcome, string> = {
  SUCCESS: '退款成功',
  CLOSED: '退款关闭',
  ABNORMAL: '退款异常',
}

/** What a notice tells of a refund that came to an end. */
function refundFacts(ctx: PayContext, refund: Refund) {
  return {
    mchid: ctx.keys().mchid,
    out_trade_no: refund.outTradeNo,
    transaction_id: refund.transactionId,
    out_refund_no: refund.outRefundNo,
    refund_id: refund.refundId,
    refund_status: refund.state,
    ...(refund.succeededAt === undefined ? {} : { success_time: toRfc3339(refund.succeededAt) }),
    user_received_account: refund.account,
    amount: {
      total: refund.totalFen,
      refund: refund.amountFen,
      payer_total: refund.totalFen,
      payer_refund: refund.amountFen,
    },
  }
}

/** What a notice tells of a refund in the state it is in. */
export function refundAnnouncement(ctx: PayContext, refund: Refund): Announcement {
  const state = refund.state === 'PROCESSING' ? 'SUCCESS' : refund.state
  return {
    kind: 'refund',
    url: refund.notifyUrl,
    eventType: `REFUND.${state}`,
    originalType: 'refund',
    summary: SUMMARY[state],
    about: refund.outRefundNo,
    plaintext: refund.isCloudPay ? describeRefund(ctx.keys(), refund) : refundFacts(ctx, refund),
  }
}

/** Gives the room of a closed refund back to its order. */
function freeRoom(ctx: PayContext, refund: Refund): void {
  const order = ctx.tables.orders.get(refund.outTradeNo)
  if (!order) return
  const refundedFen = order.refundedFen - refund.amountFen
  ctx.tables.orders.put(order.outTradeNo, { ...order, refundedFen })
}

function finish(ctx: PayContext, refund: Refund): void {
  const state = refund.outcome ?? ctx.settings().refundOutcome
  const done: Refund = { ...refund, state }
  if (state === 'SUCCESS') done.succeededAt = ctx.now()
  if (state === 'CLOSED') done.closedAt = ctx.now()
  ctx.tables.refunds.put(done.outRefundNo, done)
  closeWork(ctx.tables, 'refund', done.outRefundNo)
  if (state === 'CLOSED') freeRoom(ctx, done)
  ctx.announce(refundAnnouncement(ctx, done))
}

/** Stores a refund that WeChat begins to work on. */
export function startRefund(ctx: PayContext, refund: Refund): void {
  ctx.tables.refunds.put(refund.outRefundNo, refund)
  openWork(ctx.tables, 'refund', refund.outRefundNo)
  ctx.wake()
}

/** Moves every refund whose time has come to its outcome. */
export function advanceRefunds(ctx: PayContext): void {
  const { refundMs } = ctx.settings()
  for (const id of listOpenWork(ctx.tables, 'refund')) {
    const refund = ctx.tables.refunds.get(id)
    if (refund?.state === 'PROCESSING' && ctx.now() - refund.startedAt >= refundMs) {
      finish(ctx, refund)
    }
  }
}

/** Orders what a refund that is still processing will become. */
export function decideRefund(ctx: PayContext, outRefundNo: string, outcome: RefundOutcome): Refund {
  const refund = ctx.tables.refunds.get(outRefundNo)
  if (!refund) throw new RangeError(`no refund ${outRefundNo}`)
  if (refund.state !== 'PROCESSING')
    throw new RangeError(`refund ${outRefundNo} is ${refund.state}`)
  const decided: Refund = { ...refund, outcome }
  ctx.tables.refunds.put(outRefundNo, decided)
  return decided
}
