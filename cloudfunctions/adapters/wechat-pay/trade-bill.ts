// A day's trade bill: payments and refunds, amounts read without floats.
import { PayUnknown, type TradeBill } from '../../ports/payments'
import type { PayClient } from './client'
import { billFen, downloadBill } from './download-bill'
import { fromBillTime } from './moments'
import { textOf } from './read-answer'

const OPERATION = 'tradeBill'

function readRows(rows: readonly Record<string, unknown>[]): TradeBill {
  const bill: TradeBill = { payments: [], refunds: [] }
  for (const row of rows) {
    const cell = (name: string) => textOf(row[name])
    const at = fromBillTime(cell('交易时间'))
    if (Number.isNaN(at)) throw new PayUnknown(OPERATION, 'MALFORMED_ANSWER')
    if (cell('交易状态') === 'SUCCESS') {
      bill.payments.push({
        transactionId: cell('微信订单号'),
        outTradeNo: cell('商户订单号'),
        amountFen: billFen(OPERATION, cell('订单金额')),
        paidAt: at,
      })
    } else {
      bill.refunds.push({
        refundId: cell('微信退款单号'),
        outRefundNo: cell('商户退款单号'),
        outTradeNo: cell('商户订单号'),
        amountFen: billFen(OPERATION, cell('申请退款金额')),
        acceptedAt: at,
        status: cell('退款状态'),
      })
    }
  }
  return bill
}

export async function fetchTradeBill(client: PayClient, date: string): Promise<TradeBill | null> {
  const params = { bill_date: date, bill_type: 'ALL' }
  const rows = await downloadBill(client, OPERATION, 'v3/bill/tradebill', params)
  return rows && readRows(rows)
}
