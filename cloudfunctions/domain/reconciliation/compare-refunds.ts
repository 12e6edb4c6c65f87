// Refunds: WeChat's rows, dated by acceptance, against after-sales and their entries, and the other way round.
import type { FlowTotals } from '@contract/model/books'
import type { LedgerEntry } from '@contract/model/ledger'
import type { AfterSale } from '@contract/model/order'
import { suffixOf } from '@contract/ids'
import { refundNumberOf } from '../order/refund-number'
import { cashOf } from './compare-payments'
import { Findings } from './finding'

export interface BilledRefund {
  readonly outRefundNo: string
  readonly amountFen: number
  /** 退款状态 as the bill writes it. */
  readonly status: string
}

interface Ours {
  /** By the number that the bill names. */
  readonly afterSales: ReadonlyMap<string, AfterSale>
  readonly entries: ReadonlyMap<string, LedgerEntry>
}

/** SUCCESS or PROCESSING: money left the account. Whatever else the bill writes means that it did not. */
const MOVING: readonly string[] = ['SUCCESS', 'PROCESSING']

/** What WeChat says it gave back. `repeated`: numbers that stand in the bill more than once. */
export function compareBilledRefunds(
  totals: FlowTotals,
  rows: readonly BilledRefund[],
  ours: Ours,
  repeated: ReadonlySet<string>,
): Findings {
  const found = new Findings('refund', totals)
  for (const row of rows) {
    const { outRefundNo: number, amountFen: wechatFen } = row
    const isMoving = MOVING.includes(row.status)
    if (isMoving) found.tally('wechat', wechatFen)
    const afterSale = ours.afterSales.get(number)
    if (!afterSale) {
      if (isMoving) found.differ('REFUND_UNKNOWN', { number, wechatFen })
      continue
    }
    const { _id: recordId, refundFen: oursFen } = afterSale
    const subject = { number, recordId, oursFen, wechatFen }
    if (afterSale.status !== 'refunded') {
      if (!isMoving) continue
      // It may be paid on another day, whose bill will not name it again.
      if (refundNumberOf(afterSale) === number) found.billed.push(recordId)
      found.differ(waitingCause(afterSale, row), subject)
      continue
    }
    if (!wasPaidUnder(afterSale, number)) {
      const cause = afterSale.refundedByHand ? 'REFUND_BY_HAND_TOO' : 'REFUND_REPEATED'
      if (isMoving) found.differ(cause, subject)
      continue
    }
    found.billed.push(recordId)
    if (repeated.has(number)) found.differ('REFUND_REPEATED', subject)
    if (!isMoving) found.differ('REFUND_FAILED', subject)
    else if (oursFen !== wechatFen) found.differ('REFUND_AMOUNT', subject)
    tallyRefund(found, afterSale, ours.entries, number)
  }
  return found
}

/** After-sales refunded on the day that neither this nor an earlier bill names. */
export function comparePaidRefunds(
  totals: FlowTotals,
  afterSales: readonly AfterSale[],
  entries: Ours['entries'],
  billed: ReadonlySet<string>,
): Findings {
  const found = new Findings('refund', totals)
  for (const afterSale of afterSales) {
    const { _id: recordId, refundFen: oursFen, billedOn, refundedByHand } = afterSale
    const number = paidNumberOf(afterSale)
    const isPastWechat = refundedByHand !== undefined || oursFen === 0
    if (isPastWechat || billedOn !== undefined || billed.has(number)) continue
    found.differ('REFUND_NOT_IN_BILL', { number, recordId, oursFen })
    tallyRefund(found, afterSale, entries, number)
  }
  return found
}

function waitingCause({ status }: AfterSale, row: BilledRefund) {
  const isWaiting = status === 'refunding' && row.status === 'PROCESSING'
  return isWaiting ? 'REFUND_UNDER_WAY' : 'REFUND_NOT_BOOKED'
}

function paidNumberOf({ _id, refundedNo }: AfterSale): string {
  return refundedNo ?? suffixOf(_id)
}

function wasPaidUnder(afterSale: AfterSale, number: string): boolean {
  return afterSale.refundedByHand === undefined && paidNumberOf(afterSale) === number
}

function tallyRefund(
  found: Findings,
  { _id: recordId, refundFen: oursFen }: AfterSale,
  entries: Ours['entries'],
  number: string,
): void {
  found.tally('records', oursFen)
  const entry = entries.get(`refund:${recordId}`)
  const bookedFen = entry && 0 - cashOf(entry)
  if (bookedFen !== undefined) found.tally('ledger', bookedFen)
  if (bookedFen !== oursFen) {
    found.differ('REFUND_LEDGER', { number, recordId, oursFen: bookedFen ?? 0 })
  }
}
