// The trade bill (交易账单): made from the sandbox's own payments and refunds, in WeChat's CSV.
import { dayOf, toBillTime } from '../shanghai'
import { feeOf, toYuanText, writeTable, type Row } from './bill-text'
import type { PayContext } from './context'
import type { Order } from './orders'
import type { Refund } from './refund-moves'
import { BILL_COLUMNS, SUMMARY_COLUMNS, type BillType } from './bill-columns.data'

function commonCells(ctx: PayContext, order: Order): Row {
  return {
    公众账号ID: ctx.keys().appid,
    商户号: ctx.keys().mchid,
    特约商户号: '0',
    设备号: '',
    微信订单号: order.transactionId ?? '',
    商户订单号: order.outTradeNo,
    用户标识: order.openid,
    交易类型: 'JSAPI',
    付款银行: 'OTHERS',
    货币种类: 'CNY',
    代金券金额: '0.00',
    充值券退款金额: '0.00',
    商品名称: order.description,
    商户数据包: order.attach,
    费率: '0.60%',
    费率备注: '',
  }
}

function paymentRow(ctx: PayContext, order: Order): Row {
  return {
    ...commonCells(ctx, order),
    交易时间: toBillTime(order.paidAt ?? 0),
    交易状态: 'SUCCESS',
    应结订单金额: toYuanText(order.totalFen),
    微信退款单号: '0',
    商户退款单号: '0',
    退款金额: '0.00',
    退款类型: '',
    退款状态: '',
    退款申请时间: '',
    退款成功时间: '',
    手续费: toYuanText(feeOf(order.totalFen), 5),
    订单金额: toYuanText(order.totalFen),
    申请退款金额: '0.00',
  }
}

function refundRow(ctx: PayContext, order: Order, refund: Refund): Row {
  const succeeded = refund.succeededAt === undefined ? '' : toBillTime(refund.succeededAt)
  return {
    ...commonCells(ctx, order),
    交易时间: toBillTime(refund.createdAt),
    交易状态: 'REFUND',
    应结订单金额: '0.00',
    微信退款单号: refund.refundId,
    商户退款单号: refund.outRefundNo,
    退款金额: toYuanText(refund.amountFen),
    退款类型: 'ORIGINAL',
    退款状态: refund.state,
    退款申请时间: toBillTime(refund.createdAt),
    退款成功时间: succeeded,
    手续费: toYuanText(-feeOf(refund.amountFen), 5),
    订单金额: '0.00',
    申请退款金额: toYuanText(refund.amountFen),
  }
}

/** The whole file of one Shanghai day, or null when nothing happened; cloudPay's trade has a bill of its own. */
export function writeTradeBill(
  ctx: PayContext,
  day: string,
  type: BillType,
  isCloudPay = false,
): string | null {
  const isTheirs = (each: { isCloudPay?: boolean }) => (each.isCloudPay ?? false) === isCloudPay
  const orders = ctx.tables.orders
    .all()
    .filter((each) => each.paidAt !== undefined && dayOf(each.paidAt) === day && isTheirs(each))
  const refunds = ctx.tables.refunds
    .all()
    .filter((each) => dayOf(each.createdAt) === day && isTheirs(each))
  const paid = type === 'REFUND' ? [] : orders
  const returned = type === 'SUCCESS' ? [] : refunds
  if (paid.length + returned.length === 0) return null
  const returnedRows = returned.flatMap((refund) => {
    const order = ctx.tables.orders.get(refund.outTradeNo)
    return order ? [refundRow(ctx, order, refund)] : []
  })
  const rows = [...paid.map((order) => paymentRow(ctx, order)), ...returnedRows]
  rows.sort((a, b) => ((a['交易时间'] ?? '') < (b['交易时间'] ?? '') ? -1 : 1))
  const sales = paid.reduce((sum, each) => sum + each.totalFen, 0)
  const refunded = returned.reduce((sum, each) => sum + each.amountFen, 0)
  const fees =
    paid.reduce((sum, each) => sum + feeOf(each.totalFen), 0) -
    returned.reduce((sum, each) => sum + feeOf(each.amountFen), 0)
  const summary: Row = {
    总交易单数: String(rows.length),
    应结订单总金额: toYuanText(sales),
    退款总金额: toYuanText(refunded),
    充值券退款总金额: '0.00',
    手续费总金额: toYuanText(fees, 5),
    订单总金额: toYuanText(sales),
    申请退款总金额: toYuanText(refunded),
  }
  const columns = BILL_COLUMNS[type]
  return writeTable(columns, rows, SUMMARY_COLUMNS, summary)
}
