// Fetches a day's trade bill, checks its hash (the file itself is unsigned) and reads its amounts without floats.
import { createHash } from 'node:crypto'
import { PayRefused, PayUnknown, type TradeBill } from '../../ports/payments'
import type { PayClient } from './client'
import { fromBillTime } from './moments'
import { isRecord, readAnswer, textOf } from './read-answer'

const OPERATION = 'tradeBill'

/** `12.30` yuan as 1230 fen. */
function toFen(yuan: string): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(yuan)
  if (!match) throw new PayUnknown(OPERATION, 'MALFORMED_ANSWER')
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? -fen : fen
}

function readRows(rows: readonly unknown[]): TradeBill {
  const bill: TradeBill = { payments: [], refunds: [] }
  for (const row of rows.filter(isRecord)) {
    const cell = (name: string) => textOf(row[name])
    const at = fromBillTime(cell('交易时间'))
    if (Number.isNaN(at)) throw new PayUnknown(OPERATION, 'MALFORMED_ANSWER')
    if (cell('交易状态') === 'SUCCESS') {
      bill.payments.push({
        transactionId: cell('微信订单号'),
        outTradeNo: cell('商户订单号'),
        amountFen: toFen(cell('订单金额')),
        paidAt: at,
      })
    } else {
      bill.refunds.push({
        refundId: cell('微信退款单号'),
        outRefundNo: cell('商户退款单号'),
        outTradeNo: cell('商户订单号'),
        amountFen: toFen(cell('申请退款金额')),
        acceptedAt: at,
        status: cell('退款状态'),
      })
    }
  }
  return bill
}

export async function fetchTradeBill(client: PayClient, date: string): Promise<TradeBill | null> {
  let answer: unknown
  try {
    const params = { bill_date: date, bill_type: 'ALL' }
    answer = await client.get(OPERATION, 'v3/bill/tradebill', params)
  } catch (error) {
    if (error instanceof PayRefused && error.code === 'NO_STATEMENT_EXIST') return null
    throw error
  }
  const link = readAnswer(OPERATION, answer)
  const url = new URL(link.text('download_url'))
  // Only the bare relative path is known to the SDK as unsigned, so the token travels as a parameter.
  const file = await client.download(OPERATION, url.pathname.slice(1), url.searchParams)
  const hash = createHash(link.text('hash_type')).update(file).digest('hex')
  if (hash !== link.text('hash_value').toLowerCase()) {
    throw new PayUnknown(OPERATION, 'UNTRUSTED_ANSWER')
  }
  const { default: Formatter } = await import('wechatpay-axios-plugin/lib/formatter.js')
  const table: unknown = Formatter.castCsvBill(file)
  return readRows(isRecord(table) && Array.isArray(table['rows']) ? table['rows'] : [])
}
