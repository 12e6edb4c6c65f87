// A reconciled day as the desk sees it.
import type { Api } from '@contract/api'
import type { ReconciledDay } from '@contract/model/books'

export type DayView = Api['owner.reconcileDay']['output']

export function showDay(day: ReconciledDay): DayView {
  const { payment, refund, transfer } = day.totals
  const { _id: on, status, hasTradeBill, hasFundBill, openCount, foundCount } = day
  return {
    ...{ on, status, payment, refund, transfer },
    ...{ hasTradeBill, hasFundBill, openCount, foundCount },
    asOf: day.finishedAt ?? day.startedAt,
  }
}
