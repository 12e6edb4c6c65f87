// Which part of the sandbox answers which path below /v3/.
import type { Tables } from '../tables'
import { applyAbnormalRefund } from './abnormal-refund'
import { downloadBill, requestFundFlowBill, requestTradeBill } from './bill-files'
import type { Bill } from './bill-moves'
import type { FileAnswer, PayContext } from './context'
import { checkMerchant, type Fields } from './fields'
import { listCertificates } from './list-certificates'
import { closeOrder, findByNumber, findByTransaction, prepay, queryOrder } from './orders'
import { applyReceipt, downloadReceipt, queryReceipt } from './receipts'
import { createRefund, queryRefund } from './refunds'
import { cancelBill, createBill, queryBill } from './transfers'

export interface Call {
  ctx: PayContext
  /** The part of the path that the pattern captured. */
  part: string
  query: URLSearchParams
  fields: Fields
  /** Wechatpay-Serial of the request. */
  serial: string
}

/** Undefined means 204. */
type Run = (call: Call) => object | FileAnswer | undefined

export interface Route {
  method: string
  pattern: RegExp
  run: Run
}

const findBill = (tables: Tables, transferBillNo: unknown): Bill | undefined =>
  tables.bills.all().find((each) => each.transferBillNo === transferBillNo)

const findOwnBill = (tables: Tables, outBillNo: unknown): Bill | undefined =>
  typeof outBillNo === 'string' ? tables.bills.get(outBillNo) : undefined

/** `{}` stands for one part of the path. */
function route(method: string, path: string, run: Run): Route {
  return { method, pattern: new RegExp(`^${path.replace('{}', '([^/]+)')}$`), run }
}

const ORDERS = '/v3/pay/transactions'
const REFUNDS = '/v3/refund/domestic/refunds'
const BILLS = '/v3/fund-app/mch-transfer/transfer-bills'
const RECEIPTS = '/v3/fund-app/mch-transfer/elecsign'

export const ROUTES: readonly Route[] = [
  route('GET', '/v3/certificates', ({ ctx }) => listCertificates(ctx)),

  route('POST', `${ORDERS}/jsapi`, ({ ctx, fields }) => prepay(ctx, fields)),
  route('GET', `${ORDERS}/out-trade-no/{}`, ({ ctx, part, query }) =>
    queryOrder(ctx, findByNumber(ctx.tables, part), query.get('mchid')),
  ),
  route('GET', `${ORDERS}/id/{}`, ({ ctx, part, query }) =>
    queryOrder(ctx, findByTransaction(ctx.tables, part), query.get('mchid')),
  ),
  route('POST', `${ORDERS}/out-trade-no/{}/close`, ({ ctx, part, fields }) => {
    checkMerchant(fields, 'mchid', ctx.keys().mchid)
    closeOrder(ctx, part)
    return undefined
  }),

  route('POST', REFUNDS, ({ ctx, fields }) => createRefund(ctx, fields)),
  route('GET', `${REFUNDS}/{}`, ({ ctx, part }) => queryRefund(ctx, part)),
  route('POST', `${REFUNDS}/{}/apply-abnormal-refund`, ({ ctx, part, fields, serial }) =>
    applyAbnormalRefund(ctx, part, fields, serial),
  ),

  route('POST', BILLS, ({ ctx, fields, serial }) => createBill(ctx, fields, serial)),
  route('GET', `${BILLS}/out-bill-no/{}`, ({ ctx, part }) =>
    queryBill(ctx, findOwnBill(ctx.tables, part)),
  ),
  route('GET', `${BILLS}/transfer-bill-no/{}`, ({ ctx, part }) =>
    queryBill(ctx, findBill(ctx.tables, part)),
  ),
  route('POST', `${BILLS}/out-bill-no/{}/cancel`, ({ ctx, part }) => cancelBill(ctx, part)),

  route('POST', `${RECEIPTS}/out-bill-no`, ({ ctx, fields }) =>
    applyReceipt(ctx, findOwnBill(ctx.tables, fields['out_bill_no'])),
  ),
  route('GET', `${RECEIPTS}/out-bill-no/{}`, ({ ctx, part }) =>
    queryReceipt(ctx, findOwnBill(ctx.tables, part)),
  ),
  route('POST', `${RECEIPTS}/transfer-bill-no`, ({ ctx, fields }) =>
    applyReceipt(ctx, findBill(ctx.tables, fields['transfer_bill_no'])),
  ),
  route('GET', `${RECEIPTS}/transfer-bill-no/{}`, ({ ctx, part }) =>
    queryReceipt(ctx, findBill(ctx.tables, part)),
  ),
  route('GET', '/v3/transferdownload/elecvoucherfile', ({ ctx, query }) =>
    downloadReceipt(ctx, query),
  ),

  route('GET', '/v3/bill/tradebill', ({ ctx, query }) => requestTradeBill(ctx, query)),
  route('GET', '/v3/bill/fundflowbill', ({ ctx, query }) => requestFundFlowBill(ctx, query)),
  route('GET', '/v3/billdownload/file', ({ ctx, query }) => downloadBill(ctx, query)),
]
