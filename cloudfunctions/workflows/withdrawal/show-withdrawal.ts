// A withdrawal as who asked for it sees it.
import type { Api } from '@contract/api'
import type { Withdrawal } from '@contract/model/ledger'

export type WithdrawalRow = Api['distributor.checkWithdrawal']['output']

export function showWithdrawal(withdrawal: Withdrawal): WithdrawalRow {
  const { _id: id, status, amountFen, feeFen, taxFen, netFen } = withdrawal
  const { requestedAt, paidAt, endedAt, reason } = withdrawal
  return { id, status, amountFen, feeFen, taxFen, netFen, requestedAt, paidAt, endedAt, reason }
}
