// Electronic receipts (电子回单) of transfers: asked for, ready at once, downloaded as a PDF by a link of ten minutes.
import { createHash, randomBytes } from 'node:crypto'
import { DAY_MS, toRfc3339 } from '../shanghai'
import type { Bill } from './bill-moves'
import { toYuanText } from './bill-text'
import { FileAnswer, invalidRequest, PayError, type PayContext } from './context'

const OLDEST_MS = 180 * DAY_MS
const RECEIPT_LIFE_MS = 90 * DAY_MS
const LINK_LIFE_MS = 10 * 60_000

export interface ReceiptLink {
  outBillNo: string
  issuedAt: number
}

/** A page of plain lines as a PDF; only what ASCII can say. */
function writePdf(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `(${line.replace(/[()\\]/g, '')}) Tj T*`).join('\n')
  const stream = `BT /F1 12 Tf 16 TL 60 780 Td\n${text}\nET`
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    font,
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n`
  return Buffer.from(`${file}${table}${trailer}startxref\n${file.length}\n%%EOF\n`, 'latin1')
}

function pictureOf(ctx: PayContext, bill: Bill): Buffer {
  return writePdf([
    'WeChat Pay sandbox: transfer receipt',
    `mchid ${ctx.keys().mchid}`,
    `out_bill_no ${bill.outBillNo}`,
    `transfer_bill_no ${bill.transferBillNo}`,
    `amount CNY ${toYuanText(bill.amountFen)}`,
    `paid at ${toRfc3339(bill.updatedAt)}`,
  ])
}

/** POST …/elecsign/out-bill-no and …/transfer-bill-no: only of a paid bill, with a name, at most 180 days old. */
export function applyReceipt(ctx: PayContext, bill: Bill | undefined) {
  if (!bill) throw new PayError(404, 'NOT_FOUND', '转账单据不存在')
  if (bill.state !== 'SUCCESS') throw invalidRequest('仅支持付款成功的转账单据申请电子回单')
  if (bill.userName === '') throw invalidRequest('仅支持传入姓名的转账单据申请电子回单')
  if (ctx.now() - bill.createdAt > OLDEST_MS) {
    throw invalidRequest('仅支持六个月内的转账单据申请电子回单')
  }
  const receiptAskedAt = ctx.now()
  ctx.tables.bills.put(bill.outBillNo, { ...bill, receiptAskedAt })
  return { state: 'GENERATING', create_time: toRfc3339(receiptAskedAt) }
}

/** GET …/elecsign/…/{no} */
export function queryReceipt(ctx: PayContext, bill: Bill | undefined) {
  const askedAt = bill?.receiptAskedAt
  if (!bill || askedAt === undefined || ctx.now() - askedAt > RECEIPT_LIFE_MS) {
    throw new PayError(404, 'NOT_FOUND', '电子回单不存在，请先申请')
  }
  const token = randomBytes(24).toString('base64url')
  ctx.tables.receiptLinks.put(token, { outBillNo: bill.outBillNo, issuedAt: ctx.now() })
  return {
    state: 'FINISHED',
    create_time: toRfc3339(askedAt),
    update_time: toRfc3339(askedAt),
    hash_type: 'SHA256',
    hash_value: createHash('sha256').update(pictureOf(ctx, bill)).digest('hex'),
    download_url: `${ctx.base()}/v3/transferdownload/elecvoucherfile?token=${token}`,
  }
}

/** GET /v3/transferdownload/elecvoucherfile: answered unsigned. */
export function downloadReceipt(ctx: PayContext, query: URLSearchParams): FileAnswer {
  const link = ctx.tables.receiptLinks.get(query.get('token') ?? '')
  const bill = link && ctx.tables.bills.get(link.outBillNo)
  if (!bill || ctx.now() - link.issuedAt > LINK_LIFE_MS) {
    throw invalidRequest('下载链接已失效，请重新查询')
  }
  return new FileAnswer(pictureOf(ctx, bill), 'application/pdf')
}
