// 卡住的退款: closed by WeChat, abnormal or without an answer; with how many after-sales of the order wait for each.
import type { Api } from '@contract/api'
import type { AfterSale, AfterSaleStatus } from '@contract/model/order'
import { refundNumberOf } from '../../domain/order/refund-number'
import { maskName } from '../../domain/text/mask'
import type { Context } from '../../ports/world'

type Output = Api['owner.listStuckRefunds']['output']

const MOST = 100
const OPEN: readonly AfterSaleStatus[] = ['applied', 'awaiting-return', 'returning']

export async function listStuckRefunds(ctx: Context): Promise<Output> {
  const stuck = await ctx.store.find(
    'after_sales',
    { status: 'refunding', 'refundTrouble.state': { in: ['closed', 'abnormal', 'unanswered'] } },
    { order: [['appliedAt', 'desc']], limit: MOST },
  )
  if (stuck.length === 0) return { rows: [] }
  const waiting = await ctx.store.find(
    'after_sales',
    { orderId: { in: stuck.map((one) => one.orderId) }, status: { in: OPEN } },
    { limit: 1000 },
  )
  return {
    rows: stuck.map((one) => {
      const others = waiting.filter((other) => other.orderId === one.orderId)
      return show(ctx, one, others.length)
    }),
  }
}

function show(ctx: Context, afterSale: AfterSale, waiting: number): Output['rows'][number] {
  const { _id, orderId, buyerName, lines, refundFen, refundTrouble, refundTry = 1 } = afterSale
  const title = lines[0]?.title ?? ''
  return {
    afterSaleId: _id,
    orderId,
    buyerName: maskName(buyerName),
    title: lines.length > 1 ? `${title} 等 ${lines.length} 种` : title,
    refundFen,
    state: refundTrouble?.state ?? 'closed',
    since: refundTrouble?.at ?? afterSale.appliedAt,
    outRefundNo: refundNumberOf(afterSale),
    tries: refundTry,
    waiting,
    blockedBy: afterSale.buyerId === ctx.caller.memberId ? 'OWN_CASE' : null,
  }
}
