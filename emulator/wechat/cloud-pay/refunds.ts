// cloudPay's refunds: asked for and queried in APIv2's words, over the same refunds as APIv3's.
import { toBillTime } from '../shanghai'
import { PayError, type PayContext } from '../pay/context'
import { optionalText, requireFen, type Fields } from '../pay/fields'
import type { Refund } from '../pay/refund-moves'
import { readOutRefundNo, takeRefund } from '../pay/refunds'
import type { V2Answer } from './answers'
import { refundStatusOf } from './events'
import { checkSubMerchant, findOrder, readCallback } from './orders'

const PAGE = 10

/** cloudPay.refund */
export function refund(ctx: PayContext, fields: Fields): V2Answer {
  checkSubMerchant(ctx, fields)
  const notifyUrl = 'function_name' in fields ? readCallback(fields, false) : ''
  const order = findOrder(ctx, fields)
  if (!order) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在')
  const taken = takeRefund(ctx, order, {
    outRefundNo: readOutRefundNo(fields),
    amountFen: requireFen(fields, 'refund_fee'),
    totalFen: requireFen(fields, 'total_fee'),
    reason: optionalText(fields, 'refund_desc', 80),
    notifyUrl,
  })
  return {
    transaction_id: taken.transactionId,
    out_trade_no: taken.outTradeNo,
    out_refund_no: taken.outRefundNo,
    refund_id: taken.refundId,
    refund_fee: taken.amountFen,
    total_fee: taken.totalFen,
    cash_fee: taken.totalFen,
    cash_refund_fee: taken.amountFen,
    coupon_refund_fee: 0,
    coupon_refund_count: 0,
    coupon_type_list: [],
    coupon_refund_id_list: [],
    coupon_refund_fee_list: [],
  }
}

/** The refunds that a query names: one by its own number, or all of an order. */
function findRefunds(ctx: PayContext, fields: Fields): Refund[] {
  const refundId = optionalText(fields, 'refund_id', 32)
  const outRefundNo = optionalText(fields, 'out_refund_no', 64)
  const own = ctx.tables.refunds.all().filter((each) => each.isCloudPay)
  if (refundId !== '') return own.filter((each) => each.refundId === refundId)
  if (outRefundNo !== '') return own.filter((each) => each.outRefundNo === outRefundNo)
  const order = findOrder(ctx, fields)
  return own
    .filter((each) => each.outTradeNo === order?.outTradeNo)
    .sort((a, b) => a.createdAt - b.createdAt)
}

/** cloudPay.queryRefund: ten at a time from `offset`. */
export function queryRefund(ctx: PayContext, fields: Fields): V2Answer {
  checkSubMerchant(ctx, fields)
  const found = findRefunds(ctx, fields)
  const [first] = found
  if (!first) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款订单查询失败')
  const offset = fields['offset'] === undefined ? 0 : requireFen(fields, 'offset', 0)
  if (offset >= found.length) throw new PayError(400, 'PARAM_ERROR', 'offset超过退款总笔数')
  const page = found.slice(offset, offset + PAGE)
  const list = <Value>(read: (each: Refund) => Value) => page.map(read)
  return {
    transaction_id: first.transactionId,
    out_trade_no: first.outTradeNo,
    total_fee: first.totalFen,
    cash_fee: first.totalFen,
    total_refund_count: found.length,
    refund_count: page.length,
    out_refund_no_list: list((each) => each.outRefundNo),
    refund_id_list: list((each) => each.refundId),
    refund_channel: list((each) => each.channel),
    refund_fee_list: list((each) => each.amountFen),
    refund_status_list: list(refundStatusOf),
    refund_recv_accout_list: list((each) => each.account),
    refund_success_time_list: list((each) =>
      each.succeededAt === undefined ? '' : toBillTime(each.succeededAt),
    ),
  }
}
