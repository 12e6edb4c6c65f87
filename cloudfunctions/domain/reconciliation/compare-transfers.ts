// Transfers: what left WeChat's account and what came back to it, against withdrawals and their entries.
import type { FlowTotals } from '@contract/model/books'
import type { LedgerEntry, Withdrawal } from '@contract/model/ledger'
import { cashOf } from './compare-payments'
import { Findings } from './finding'

export interface BilledTransfer {
  readonly outBillNo: string
  readonly direction: 'out' | 'back'
  readonly amountFen: number
}

interface Ours {
  /** By out_bill_no. */
  readonly withdrawals: ReadonlyMap<string, Withdrawal>
  readonly entries: ReadonlyMap<string, LedgerEntry>
}

export class TransferFindings extends Findings {
  /** Withdrawals whose money this bill names coming back. */
  readonly returned: string[] = []
}

/**
 * What the bill says left and came back. A transfer that left and came back moved nothing in the end, so it counts on
 * no side. `backs`: numbers that came back in this bill; `repeated`: those that left more than once.
 */
export function compareBilledTransfers(
  totals: FlowTotals,
  rows: readonly BilledTransfer[],
  ours: Ours,
  known: { readonly backs: ReadonlySet<string>; readonly repeated: ReadonlySet<string> },
): TransferFindings {
  const found = new TransferFindings('transfer', totals)
  for (const row of rows) {
    const withdrawal = ours.withdrawals.get(row.outBillNo)
    if (row.direction === 'back') compareBack(found, row, withdrawal)
    else compareOut(found, row, withdrawal, { ...known, entries: ours.entries })
  }
  return found
}

function compareBack(
  found: TransferFindings,
  { outBillNo: number, amountFen: wechatFen }: BilledTransfer,
  withdrawal: Withdrawal | undefined,
): void {
  if (!withdrawal) return
  const { _id: recordId, netFen: oursFen, status } = withdrawal
  found.returned.push(recordId)
  if (status !== 'paid') return
  found.differ('TRANSFER_RETURNED', { number, recordId, oursFen, wechatFen })
}

function compareOut(
  found: TransferFindings,
  { outBillNo: number, amountFen: wechatFen }: BilledTransfer,
  withdrawal: Withdrawal | undefined,
  known: {
    readonly backs: ReadonlySet<string>
    readonly repeated: ReadonlySet<string>
    readonly entries: Ours['entries']
  },
): void {
  const isBack = known.backs.has(number)
  if (!withdrawal) {
    if (isBack) return
    found.tally('wechat', wechatFen)
    found.differ('TRANSFER_UNKNOWN', { number, wechatFen })
    return
  }
  const { _id: recordId, netFen: oursFen, status } = withdrawal
  const subject = { number, recordId, oursFen, wechatFen }
  found.billed.push(recordId)
  if (known.repeated.has(number)) found.differ('TRANSFER_REPEATED', subject)
  if (isBack || status === 'returned') return
  found.tally('wechat', wechatFen)
  switch (status) {
    case 'paid':
      if (oursFen !== wechatFen) found.differ('TRANSFER_AMOUNT', subject)
      tallyTransfer(found, withdrawal, known.entries)
      return
    case 'dispatched':
    case 'awaiting-confirmation':
      found.differ('TRANSFER_UNDER_WAY', subject)
      return
    default:
      found.differ('TRANSFER_NOT_BOOKED', subject)
  }
}

/** Withdrawals that ended on the day: paid without ever having left, or returned without having come back. */
export function compareEndedWithdrawals(
  totals: FlowTotals,
  withdrawals: readonly Withdrawal[],
  entries: Ours['entries'],
  today: { readonly outs: ReadonlySet<string>; readonly backs: ReadonlySet<string> },
): TransferFindings {
  const found = new TransferFindings('transfer', totals)
  for (const withdrawal of withdrawals) {
    const { _id: recordId, outBillNo: number, netFen: oursFen, status } = withdrawal
    const hasLeft = withdrawal.billedOn !== undefined || today.outs.has(number)
    const isBack = withdrawal.returnBilledOn !== undefined || today.backs.has(number)
    if (status === 'paid' && !hasLeft) {
      found.differ('TRANSFER_NOT_IN_BILL', { number, recordId, oursFen })
      tallyTransfer(found, withdrawal, entries)
    }
    // One that WeChat never took up neither leaves nor comes back.
    if (status === 'returned' && hasLeft && !isBack) {
      found.differ('TRANSFER_NOT_RETURNED', { number, recordId, oursFen })
    }
  }
  return found
}

function tallyTransfer(
  found: TransferFindings,
  { _id: recordId, outBillNo: number, netFen: oursFen }: Withdrawal,
  entries: Ours['entries'],
): void {
  found.tally('records', oursFen)
  const entry = entries.get(`wd:${recordId}:paid`)
  const bookedFen = entry && 0 - cashOf(entry)
  if (bookedFen !== undefined) found.tally('ledger', bookedFen)
  if (bookedFen !== oursFen) {
    found.differ('TRANSFER_LEDGER', { number, recordId, oursFen: bookedFen ?? 0 })
  }
}
