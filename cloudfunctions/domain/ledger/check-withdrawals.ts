// Invariants of a withdrawal: it leaves its entries once, ends in one way only, and nobody approved their own.
import type { LedgerEntry, Withdrawal } from '@contract/model/ledger'
import { compareEntry } from './compare-entry'
import { differ, expectSame, guarded, type Difference } from './difference'
import { enterWithdrawalPaid, enterWithdrawalRequested } from './enter-withdrawal'
import { movementOf } from './post-to-wallet'

const BACK = ['rejected', 'returned'] as const

/** The entries that a withdrawal may have. */
export function withdrawalKeys(withdrawalId: string): string[] {
  return ['requested', 'paid', ...BACK].map((what) => `wd:${withdrawalId}:${what}`)
}

/** `entries` by id; more than this withdrawal's do no harm. */
export function checkWithdrawal(
  withdrawal: Withdrawal,
  entries: ReadonlyMap<string, LedgerEntry>,
): Difference[] {
  const record = `withdrawals/${withdrawal._id}`
  return [
    ...guarded(record, () => checkAmounts(record, withdrawal)),
    ...guarded(record, () => checkKeys(withdrawal, entries)),
  ]
}

function checkKeys(
  withdrawal: Withdrawal,
  entries: ReadonlyMap<string, LedgerEntry>,
): Difference[] {
  const { _id, status, paidAt, requestedAt } = withdrawal
  const asked = enterWithdrawalRequested(withdrawal, requestedAt)
  const paid = status === 'paid' ? enterWithdrawalPaid(withdrawal, paidAt ?? 0) : null
  return [
    ...compareEntry(asked._id, asked, entries.get(asked._id)),
    ...compareEntry(`wd:${_id}:paid`, paid, entries.get(`wd:${_id}:paid`)),
    ...BACK.flatMap((end) => checkBack(withdrawal, end, entries.get(`wd:${_id}:${end}`))),
  ]
}

/** How it came back depends on the debt of that moment; that the whole came back does not. */
function checkBack(
  withdrawal: Withdrawal,
  end: (typeof BACK)[number],
  entry: LedgerEntry | undefined,
): Difference[] {
  const { _id, status, amountFen, distributorId } = withdrawal
  const record = `ledger_entries/wd:${_id}:${end}`
  if (status !== end) {
    return entry ? [differ('ENTRY_UNEXPECTED', record, '没有', entry.code)] : []
  }
  if (!entry) return [differ('ENTRY_MISSING', record, end, '没有')]
  const { withdrawingFen, availableFen, clawbackFen } = movementOf(entry, distributorId)
  return [
    ...expectSame('ENTRY_AMOUNT', `${record} 提现中`, 0 - amountFen, withdrawingFen),
    ...expectSame('ENTRY_AMOUNT', `${record} 退回`, amountFen, availableFen - clawbackFen),
  ]
}

function checkAmounts(record: string, withdrawal: Withdrawal): Difference[] {
  const { amountFen, feeFen, taxFen, netFen, approvals, memberId } = withdrawal
  const least = Math.min(amountFen, feeFen, taxFen, netFen)
  const approvers = approvals.map((approval) => approval.by)
  const isOwn = approvers.includes(memberId)
  const isTwice = new Set(approvers).size !== approvers.length
  return [
    ...expectSame('WITHDRAWAL_SUM', record, amountFen - feeFen - taxFen, netFen),
    ...(least < 0 ? [differ('WITHDRAWAL_NEGATIVE', record, 0, least)] : []),
    ...(isOwn || isTwice
      ? [differ('WITHDRAWAL_APPROVALS', record, '别人各一次', approvers.join(' '))]
      : []),
  ]
}
