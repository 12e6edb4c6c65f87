// WeChat's bills of one day: trades and transfers, both or neither.
import { refuse } from '../../domain/refuse'
import { PayRefused, type TradeBill } from '../../ports/payments'
import type { TransferMove } from '../../ports/transfers'
import type { World } from '../../ports/world'

export interface Bills {
  readonly payments: TradeBill['payments']
  readonly refunds: TradeBill['refunds']
  readonly transfers: readonly TransferMove[]
  readonly hasTradeBill: boolean
  readonly hasFundBill: boolean
}

/** A day without trade has empty bills. Refuses BILL_NOT_READY; throws PayUnknown and PayRefused. */
export async function fetchBills(world: World, on: string): Promise<Bills> {
  try {
    const trade = await world.payments.tradeBill(on)
    const transfers = await world.transfers.bill(on)
    return {
      payments: inOrder(trade?.payments ?? [], (row) => row.outTradeNo),
      refunds: inOrder(trade?.refunds ?? [], (row) => row.outRefundNo),
      transfers: inOrder(transfers ?? [], (row) => row.outBillNo),
      hasTradeBill: trade !== null,
      hasFundBill: transfers !== null,
    }
  } catch (error) {
    const isEarly = error instanceof PayRefused && error.code === 'STATEMENT_CREATING'
    if (isEarly) throw refuse('BILL_NOT_READY')
    throw error
  }
}

/** By number, so that a run that goes on later finds its place again. */
function inOrder<Row>(rows: readonly Row[], numberOf: (row: Row) => string): Row[] {
  return [...rows].sort((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1))
}
