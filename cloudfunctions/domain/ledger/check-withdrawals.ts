// Invariants of withdrawals: each leaves its entries once, and ends in one way only.
import type { Withdrawal } from '@contract/model/ledger'
import type { Books } from './check-invariants'

const ENDS = ['paid', 'rejected', 'returned'] as const

export function checkWithdrawals(books: Books): string[] {
  const entries = new Map(books.entries.map((entry) => [entry._id, entry]))
  return books.withdrawals.flatMap((withdrawal) => {
    const { _id, status } = withdrawal
    const found: string[] = []
    if (!entries.has(`wd:${_id}:requested`)) found.push(`withdrawal ${_id} was never entered`)
    for (const end of ENDS) {
      const isEntered = entries.has(`wd:${_id}:${end}`)
      if (isEntered !== (status === end)) {
        found.push(
          `withdrawal ${_id} is ${status}, its ${end} entry ${isEntered ? 'is' : 'isn’t'} there`,
        )
      }
    }
    const cash = entries
      .get(`wd:${_id}:paid`)
      ?.postings.find((posting) => posting.account === 'cash:wxpay')
    const paid = 0 - (cash?.amountFen ?? 0)
    if (cash !== undefined && paid !== withdrawal.netFen) {
      found.push(`withdrawal ${_id} paid ${paid}, it says ${withdrawal.netFen}`)
    }
    return [...found, ...checkAmounts(withdrawal)]
  })
}

function checkAmounts(withdrawal: Withdrawal): string[] {
  const { _id, amountFen, feeFen, taxFen, netFen } = withdrawal
  const found: string[] = []
  if (netFen !== amountFen - feeFen - taxFen) {
    found.push(`withdrawal ${_id}: ${amountFen} less ${feeFen} and ${taxFen} isn’t ${netFen}`)
  }
  if (Math.min(amountFen, feeFen, taxFen, netFen) < 0) {
    found.push(`withdrawal ${_id} has a negative amount`)
  }
  const approvers = withdrawal.approvals.map((approval) => approval.by)
  if (approvers.includes(withdrawal.memberId) || new Set(approvers).size !== approvers.length) {
    found.push(`withdrawal ${_id} was approved by its own asker or twice by one person`)
  }
  return found
}
