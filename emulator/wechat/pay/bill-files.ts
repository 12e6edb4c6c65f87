// Asking for a bill and downloading it: which day, the hash of the file, a link that lives five minutes.
import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { DAY_MS, startOfDay } from '../shanghai'
import { FileAnswer, invalidRequest, paramError, PayError, type PayContext } from './context'
import { writeFundFlowBill, type Account } from './fund-flow-bill'
import { writeTradeBill } from './trade-bill'

const LINK_LIFE_MS = 5 * 60_000
const OLDEST_DAYS = 92
const ACCOUNTS: readonly string[] = ['BASIC', 'OPERATION', 'FEES']

export interface BillFile {
  token: string
  csv: string
  isGzip: boolean
  issuedAt: number
}

/** The day asked for, when its bill exists by now. */
export function readBillDate(ctx: PayContext, day: string): string {
  const startAt = startOfDay(day)
  if (!Number.isFinite(startAt)) throw paramError('“bill_date”格式不正确，应为yyyy-MM-DD')
  if (ctx.now() - startAt > OLDEST_DAYS * DAY_MS) {
    throw invalidRequest('请检查bill_date：仅支持三个月内的账单下载申请')
  }
  if (ctx.now() < startAt + DAY_MS + ctx.settings().billReadyMs) {
    throw new PayError(400, 'STATEMENT_CREATING', '账单生成中，请在上午10点以后再下载')
  }
  return day
}

function readTarType(query: URLSearchParams): boolean {
  const isGzip = query.get('tar_type') === 'GZIP'
  if (query.has('tar_type') && !isGzip) throw paramError('“tar_type”取值不正确')
  return isGzip
}

function issue(ctx: PayContext, csv: string | null, isGzip: boolean) {
  if (csv === null) throw new PayError(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
  const token = `${randomBytes(24).toString('base64url')}+/==`
  ctx.tables.billFiles.put(token, { token, csv, isGzip, issuedAt: ctx.now() })
  return {
    hash_type: 'SHA1',
    // Of the uncompressed file, whatever is downloaded.
    hash_value: createHash('sha1').update(csv).digest('hex'),
    download_url: `${ctx.base()}/v3/billdownload/file?token=${encodeURIComponent(token)}`,
  }
}

/** GET /v3/bill/tradebill */
export function requestTradeBill(ctx: PayContext, query: URLSearchParams) {
  const type = query.get('bill_type') ?? 'ALL'
  if (type !== 'ALL' && type !== 'SUCCESS' && type !== 'REFUND') {
    throw paramError('“bill_type”取值不正确')
  }
  const isGzip = readTarType(query)
  const day = readBillDate(ctx, query.get('bill_date') ?? '')
  return issue(ctx, writeTradeBill(ctx, day, type), isGzip)
}

/** GET /v3/bill/fundflowbill */
export function requestFundFlowBill(ctx: PayContext, query: URLSearchParams) {
  const account = query.get('account_type') ?? 'BASIC'
  if (!ACCOUNTS.includes(account)) throw paramError('“account_type”取值不正确')
  const isGzip = readTarType(query)
  const day = readBillDate(ctx, query.get('bill_date') ?? '')
  return issue(ctx, writeFundFlowBill(ctx, day, account as Account), isGzip)
}

/** GET /v3/billdownload/file: answered unsigned, like WeChat does. */
export function downloadBill(ctx: PayContext, query: URLSearchParams): FileAnswer {
  const file = ctx.tables.billFiles.get(query.get('token') ?? '')
  if (!file || ctx.now() - file.issuedAt > LINK_LIFE_MS) {
    throw invalidRequest('下载链接已失效，请重新申请')
  }
  const bytes = Buffer.from(file.csv)
  return file.isGzip
    ? new FileAnswer(gzipSync(bytes), 'application/x-gzip')
    : new FileAnswer(bytes, 'text/plain')
}
