// The trade bill (交易账单): made from the sandbox's own payments and refunds, in WeChat's CSV.
import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { dayOf, DAY_MS, startOfDay, toBillTime } from '../shanghai'
import { paramError, PayError, type PayContext } from './context'
import type { Order } from './orders'
import type { Refund } from './refunds'
import { BILL_COLUMNS, SUMMARY_COLUMNS, type BillType } from './bill-columns.data'

const READY_AFTER_MS = 10 * 3_600_000
const LINK_LIFE_MS = 5 * 60_000
const OLDEST_DAYS = 92
const FEE_PER_MILLE = 6

export interface BillFile {
  token: string
  csv: string
  isGzip: boolean
  issuedAt: number
}

/** Fen as yuan text with the given number of decimals (2 or more), without floats. */
export function toYuanText(amountFen: number, decimals = 2): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  const sign = amountFen < 0 ? '-' : ''
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${'0'.repeat(decimals - 2)}`
}

/** The service fee of an amount, half up to the fen. */
function feeOf(amountFen: number): number {
  return Math.floor((amountFen * FEE_PER_MILLE + 500) / 1000)
}

type Row = Record<string, string>

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

function tableText(columns: readonly string[], rows: readonly Row[]): string {
  const line = (row: Row) =>
    columns.map((name) => `\`${(row[name] ?? '').replace(/[,\r\n]/g, ' ')}`)
  return [columns.join(','), ...rows.map((row) => line(row).join(','))].join('\r\n')
}

/** The whole file of one Shanghai day, or null when nothing happened. */
export function writeTradeBill(ctx: PayContext, day: string, type: BillType): string | null {
  const orders = ctx.tables.orders
    .all()
    .filter((each) => each.paidAt !== undefined && dayOf(each.paidAt) === day)
  const refunds = ctx.tables.refunds.all().filter((each) => dayOf(each.createdAt) === day)
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
  return `\ufeff${tableText(columns, rows)}\r\n${tableText(SUMMARY_COLUMNS, [summary])}\r\n`
}

/** GET /v3/bill/tradebill */
export function requestTradeBill(ctx: PayContext, query: URLSearchParams) {
  const day = query.get('bill_date') ?? ''
  const type = query.get('bill_type') ?? 'ALL'
  const startAt = startOfDay(day)
  if (!Number.isFinite(startAt)) throw paramError('“bill_date”格式不正确')
  if (type !== 'ALL' && type !== 'SUCCESS' && type !== 'REFUND') {
    throw paramError('“bill_type”取值不正确')
  }
  const isGzip = query.get('tar_type') === 'GZIP'
  if (query.has('tar_type') && !isGzip) throw paramError('“tar_type”取值不正确')
  if (ctx.now() - startAt > OLDEST_DAYS * DAY_MS) throw paramError('只能下载最近三个月的账单')
  if (ctx.now() < startAt + DAY_MS + READY_AFTER_MS) {
    throw new PayError(400, 'STATEMENT_CREATING', '账单生成中，请稍后再试')
  }
  const csv = writeTradeBill(ctx, day, type)
  if (csv === null) throw new PayError(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
  const token = `${randomBytes(24).toString('base64url')}+/==`
  ctx.tables.billFiles.put(token, { token, csv, isGzip, issuedAt: ctx.now() })
  return {
    hash_type: 'SHA1',
    hash_value: createHash('sha1').update(csv).digest('hex'),
    download_url: `${ctx.base()}/v3/billdownload/file?token=${encodeURIComponent(token)}`,
  }
}

/** GET /v3/billdownload/file: answered unsigned, like WeChat does. */
export function downloadBill(ctx: PayContext, query: URLSearchParams): Buffer {
  const file = ctx.tables.billFiles.get(query.get('token') ?? '')
  if (!file || ctx.now() - file.issuedAt > LINK_LIFE_MS) {
    throw new PayError(400, 'INVALID_REQUEST', '下载链接已失效，请重新申请')
  }
  const bytes = Buffer.from(file.csv)
  return file.isGzip ? gzipSync(bytes) : bytes
}
