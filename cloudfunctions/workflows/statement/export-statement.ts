// 导出对账单: a month as CSV; why it is taken out stands in the audit trail.
import type { Api } from '@contract/api'
import type { StatementLine, WalletAmounts } from '@contract/model/books'
import { fenToText } from '@contract/money'
import { dateTimeText } from '@contract/time'
import { stringify } from 'csv-stringify/sync'
import type { Context } from '../../ports/world'
import { readAdmitted } from './get-statement'
import { readStatement, type Statement, type StatementRow } from './read-statement'

const PAGE = 500
const COLUMNS = [
  ...['时间', '类型', '待结算', '可提现', '提现中', '欠款'],
  ...['佣金', '提现', '说明', '分录'],
] as const

const LINE_NAMES: Readonly<Record<StatementLine, string>> = {
  accrued: '新佣金',
  reversed: '退款冲销',
  settled: '佣金结算',
  'clawed-back': '退款追回',
  bonus: '奖励',
  asked: '申请提现',
  'given-back': '提现退回',
  paid: '提现到账',
  'written-off': '欠款核销',
}

/** Opening, every entry in the order of time, closing; amounts in yuan. Refuses DISTRIBUTOR_UNKNOWN, STATEMENT_NONE. */
export async function exportStatement(
  ctx: Context,
  { distributorId, month }: Api['owner.exportStatement']['parsed'],
): Promise<Api['owner.exportStatement']['output']> {
  const distributor = await readAdmitted(ctx, distributorId)
  const rows: StatementRow[] = []
  let statement: Statement
  let cursor: string | undefined
  do {
    statement = await readStatement(ctx, distributor, { month, cursor, size: PAGE })
    rows.push(...statement.rows.rows)
    cursor = statement.rows.next ?? undefined
  } while (cursor !== undefined)
  const { opening, closing } = statement
  const table = [
    balanceLine('期初余额', opening),
    ...rows.reverse().map(lineOf),
    balanceLine('期末余额', closing),
  ]
  const csv = stringify(table, { header: true, columns: [...COLUMNS], bom: true })
  return { fileName: `对账单-${month}-${distributorId}.csv`, csv }
}

function balanceLine(name: string, amounts: WalletAmounts): string[] {
  return ['', name, ...amountsOf(amounts), '', '', '', '']
}

function lineOf(row: StatementRow): string[] {
  const commissions = row.commissions.map(({ id, title }) => `${id} ${title}`).join('；')
  return [
    ...[dateTimeText(row.at), LINE_NAMES[row.line], ...amountsOf(row)],
    ...[safe(commissions), row.withdrawalId ?? '', safe(row.note ?? ''), row.id],
  ]
}

function amountsOf({ pendingFen, availableFen, withdrawingFen, clawbackFen }: WalletAmounts) {
  return [pendingFen, availableFen, withdrawingFen, clawbackFen].map(fenToText)
}

/** What people typed must not be run as a formula by a spreadsheet. */
function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
