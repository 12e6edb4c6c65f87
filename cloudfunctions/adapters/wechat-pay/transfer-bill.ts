// A day's transfers, out of the fund-flow bills (资金账单) of the accounts that transfers may leave.
import { PayUnknown } from '../../ports/payments'
import type { TransferMove } from '../../ports/transfers'
import type { PayClient } from './client'
import { billFen, downloadBill } from './download-bill'
import { fromBillTime } from './moments'
import { textOf } from './read-answer'

const OPERATION = 'transferBill'
/** Transfers leave the operation account (运营账户); older merchants pay them from the basic one. */
const ACCOUNTS = ['OPERATION', 'BASIC'] as const

function readMove(row: Record<string, unknown>): TransferMove {
  // WeChat writes some headings with full-width brackets.
  const cell = (name: string) =>
    textOf(row[name] ?? row[name.replace('(', '（').replace(')', '）')])
  const at = fromBillTime(cell('记账时间'))
  if (Number.isNaN(at)) throw new PayUnknown(OPERATION, 'MALFORMED_ANSWER')
  return {
    outBillNo: cell('业务凭证号'),
    transferBillNo: cell('微信支付业务单号'),
    direction: cell('收支类型') === '支出' ? 'out' : 'back',
    amountFen: billFen(OPERATION, cell('收支金额(元)')),
    at,
  }
}

/** null when no account moved anything on that day. */
export async function fetchTransferBill(
  client: PayClient,
  date: string,
): Promise<TransferMove[] | null> {
  const moves: TransferMove[] = []
  let hasBill = false
  for (const account of ACCOUNTS) {
    const params = { bill_date: date, account_type: account }
    const rows = await downloadBill(client, OPERATION, 'v3/bill/fundflowbill', params)
    if (rows === null) continue
    hasBill = true
    const transfers = rows.filter((row) => textOf(row['业务名称']).includes('转账'))
    moves.push(...transfers.map(readMove))
  }
  return hasBill ? moves : null
}
