// Invariants of one commission: named by its facts, never below zero, the sum of its lines, and explained.
import type { Commission, CommissionLine } from '@contract/model/distribution'
import { sumFen } from '@contract/money'
import { Bug } from '../assert'
import { commissionIdOf } from '../commission/make-commissions'
import { recomputeFromSteps } from '../commission/recompute-from-steps'
import { differ, expectSame, guarded, type Difference } from './difference'

export function checkCommission(commission: Commission): Difference[] {
  const record = `commissions/${commission._id}`
  return guarded(record, () => checkAmounts(record, commission))
}

function checkAmounts(record: string, commission: Commission): Difference[] {
  const { _id, orderId, level, distributorId, amountFen, reversedFen, netFen } = commission
  const { lines, status } = commission
  const isOver = reversedFen < 0 || reversedFen > amountFen
  const amounts = sumFen(lines, (line) => line.amountFen)
  const reversals = sumFen(lines, (line) => line.reversedFen)
  return [
    ...expectSame('COMMISSION_ID', record, commissionIdOf(orderId, level, distributorId), _id),
    ...(isOver ? [differ('COMMISSION_REVERSED', record, amountFen, reversedFen)] : []),
    ...expectSame('COMMISSION_NET', record, amountFen - reversedFen, netFen),
    ...(status === 'reversed' ? expectSame('COMMISSION_STATUS', record, 0, netFen) : []),
    ...expectSame('COMMISSION_LINES', `${record} 金额`, amounts, amountFen),
    ...expectSame('COMMISSION_LINES', `${record} 冲销`, reversals, reversedFen),
    ...lines.flatMap((line) => checkLine(commission, line)),
  ]
}

/** The amount, and what refunds left of it, again from the stored steps alone. */
function checkLine({ _id, level }: Commission, line: CommissionLine): Difference[] {
  const record = `commissions/${_id} 第 ${line.line} 行`
  try {
    const again = recomputeFromSteps(level, line.steps)
    const net = line.amountFen - line.reversedFen
    return [
      ...expectSame('COMMISSION_EXPLANATION', record, again.amountFen, line.amountFen),
      ...expectSame('COMMISSION_EXPLANATION', `${record} 退款后`, again.netFen, net),
    ]
  } catch (error) {
    // A step is missing or makes no sense: that too is a finding, not the end of the audit.
    if (!(error instanceof Bug || error instanceof RangeError)) throw error
    return [differ('COMMISSION_EXPLANATION', record, '算得出', error.message)]
  }
}
