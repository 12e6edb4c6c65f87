// The fund-flow bill (资金账单): every change of the merchant's accounts, folded from payments, refunds and transfers.
import { dayOf, toBillTime } from '../shanghai'
import { FLOW_COLUMNS, FLOW_SUMMARY_COLUMNS } from './bill-columns.data'
import { feeOf, toYuanText, writeTable, type Row } from './bill-text'
import type { Bill } from './bill-moves'
import type { PayContext } from './context'
import type { Order } from './orders'
import type { Refund } from './refund-moves'

/** Payments go to the basic account, transfers leave the operation account. */
export type Account = 'BASIC' | 'OPERATION' | 'FEES'

/** What the operation account began with, when the settings don't say what is left of it. */
const DEPOSIT_FEN = 100_000_000

interface Flow {
  at: number
  /** 微信支付业务单号 */
  businessNo: string
  /** 资金流水单号 */
  flowNo: string
  name: string
  type: string
  /** Positive comes in, negative goes out. */
  amountFen: number
  remark: string
  /** 业务凭证号: the merchant's own number. */
  voucher: string
}

function paymentFlows(order: Order): Flow[] {
  const transactionId = order.transactionId ?? ''
  const facts = { at: order.paidAt ?? 0, businessNo: transactionId, voucher: order.outTradeNo }
  const fee = feeOf(order.totalFen)
  const paid: Flow = {
    ...facts,
    flowNo: transactionId,
    name: '交易',
    type: '交易',
    amountFen: order.totalFen,
    remark: `结算总金额 ${toYuanText(order.totalFen)} 元;含手续费 ${toYuanText(fee)} 元`,
  }
  if (fee === 0) return [paid]
  const type = '扣除交易手续费'
  return [paid, { ...paid, flowNo: `${transactionId}01`, type, amountFen: -fee, remark: '' }]
}

function refundFlows(refund: Refund): Flow[] {
  const fee = feeOf(refund.amountFen)
  const left: Flow = {
    at: refund.createdAt,
    businessNo: refund.refundId,
    flowNo: refund.transactionId,
    name: '退款',
    type: '退款',
    amountFen: fee - refund.amountFen,
    remark: `退款总金额${toYuanText(refund.amountFen)}元;含手续费${toYuanText(fee)}元`,
    voucher: refund.outRefundNo,
  }
  if (refund.closedAt === undefined) return [left]
  const back = { at: refund.closedAt, type: '退款关闭退回', amountFen: -left.amountFen }
  return [left, { ...left, ...back }]
}

function transferFlows(bill: Bill): Flow[] {
  const left: Flow = {
    at: bill.createdAt,
    businessNo: bill.transferBillNo,
    flowNo: bill.transferBillNo,
    name: '商家转账',
    type: '转账',
    amountFen: -bill.amountFen,
    remark: bill.remark,
    voucher: bill.outBillNo,
  }
  if (bill.state !== 'FAIL' && bill.state !== 'CANCELLED') return [left]
  return [left, { ...left, at: bill.updatedAt, type: '转账退回', amountFen: bill.amountFen }]
}

/** All flows of an account since the beginning, in the order of time. */
function flowsOf(ctx: PayContext, account: Account): Flow[] {
  const { orders, refunds, bills } = ctx.tables
  const own = <Each extends { isCloudPay?: boolean }>(rows: Each[]) =>
    rows.filter((each) => !each.isCloudPay)
  const paid = () => own(orders.all()).filter((order) => order.paidAt !== undefined)
  const flows = {
    BASIC: () => [...paid().flatMap(paymentFlows), ...own(refunds.all()).flatMap(refundFlows)],
    OPERATION: () => bills.all().flatMap(transferFlows),
    FEES: () => [],
  }
  return flows[account]().sort((a, b) => a.at - b.at)
}

const sumOf = (flows: readonly Flow[]): number =>
  flows.reduce((sum, flow) => sum + flow.amountFen, 0)

function openingOf(ctx: PayContext, account: Account, flows: readonly Flow[]): number {
  if (account !== 'OPERATION') return 0
  const { balanceFen } = ctx.settings()
  return balanceFen === undefined ? DEPOSIT_FEN : balanceFen - sumOf(flows)
}

function rowOf(flow: Flow, balanceFen: number, mchid: string): Row {
  return {
    记账时间: toBillTime(flow.at),
    微信支付业务单号: flow.businessNo,
    资金流水单号: flow.flowNo,
    业务名称: flow.name,
    业务类型: flow.type,
    收支类型: flow.amountFen < 0 ? '支出' : '收入',
    '收支金额(元)': toYuanText(Math.abs(flow.amountFen)),
    '账户结余(元)': toYuanText(balanceFen),
    资金变更提交申请人: `${mchid}API`,
    备注: flow.remark,
    业务凭证号: flow.voucher,
  }
}

/** The whole file of one Shanghai day, or null when nothing moved. */
export function writeFundFlowBill(ctx: PayContext, day: string, account: Account): string | null {
  const flows = flowsOf(ctx, account)
  let balanceFen = openingOf(ctx, account, flows)
  const rows: Row[] = []
  const todays: Flow[] = []
  for (const flow of flows) {
    balanceFen += flow.amountFen
    if (dayOf(flow.at) !== day) continue
    todays.push(flow)
    rows.push(rowOf(flow, balanceFen, ctx.keys().mchid))
  }
  if (todays.length === 0) return null
  const income = todays.filter((flow) => flow.amountFen >= 0)
  const expense = todays.filter((flow) => flow.amountFen < 0)
  return writeTable(FLOW_COLUMNS, rows, FLOW_SUMMARY_COLUMNS, {
    资金流水总笔数: String(todays.length),
    收入笔数: String(income.length),
    收入金额: toYuanText(sumOf(income)),
    支出笔数: String(expense.length),
    支出金额: toYuanText(-sumOf(expense)),
  })
}
