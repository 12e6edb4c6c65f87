// A refund takes commissions back: cumulative per line, with the stored rates, and never more than there was.
import { subtractFen, sumFen, ZERO, type Fen } from '@contract/money'
import type { Commission, CommissionLine, ExplanationStep } from '@contract/model/distribution'
import { assert } from '../assert'
import { reverseAmounts } from './reverse-amounts'

export interface RefundedBase {
  readonly line: number
  /** The line's base less everything refunded on it so far, this refund included (fen). */
  readonly baseLeftFen: Fen
}

export interface Reversal {
  /** The commission as it is to be stored. */
  readonly commission: Commission
  /** Taken by this refund alone (fen, above 0). */
  readonly reversedFen: Fen
  /** pending: from what waits; settled: from what is available, the rest becomes a debt. */
  readonly from: 'pending' | 'settled'
}

/**
 * Works on all commissions of one order together, because the cap is shared between both levels.
 * `commissions` are the stored records; answers only those that changed.
 */
export function reverseCommissions(refund: {
  readonly refundId: string
  readonly commissions: readonly Commission[]
  readonly lines: readonly RefundedBase[]
}): Reversal[] {
  const { refundId, commissions, lines } = refund
  const first = commissions.find((commission) => commission.level === 1)
  const second = commissions.find((commission) => commission.level === 2)
  assert(commissions.length === Number(!!first) + Number(!!second), 'one commission a level')
  const changed = new Map<Commission, Map<number, CommissionLine>>()
  for (const { line, baseLeftFen } of lines) {
    const rows = [lineOf(first, line), lineOf(second, line)] as const
    const shown = rows[0] ?? rows[1]
    if (shown === undefined) continue
    const { wantedFen, leftFen } = reverseAmounts({
      baseLeftFen,
      rate1Bps: rows[0]?.rateBps ?? 0,
      rate2Bps: rows[1]?.rateBps ?? 0,
      capBps: capOf(shown),
      had1Fen: netOf(rows[0]),
      had2Fen: netOf(rows[1]),
    })
    for (const [index, commission] of [first, second].entries()) {
      const row = rows[index]
      if (commission === undefined || row === undefined) continue
      const before = changed.get(commission) ?? new Map<number, CommissionLine>()
      const amountFen = leftFen[index]!
      before.set(line, shrinkLine(row, { refundId, baseLeftFen, wantedFen, amountFen }))
      changed.set(commission, before)
    }
  }
  return [...changed].flatMap(([commission, rows]) => reversalOf(commission, rows))
}

function shrinkLine(
  row: CommissionLine,
  refund: Omit<Extract<ExplanationStep, { step: 'refund' }>, 'step' | 'reversedFen'>,
): CommissionLine {
  const reversedFen = subtractFen(netOf(row), refund.amountFen)
  const step: ExplanationStep = { step: 'refund', ...refund, reversedFen }
  return {
    ...row,
    reversedFen: subtractFen(row.amountFen, refund.amountFen),
    steps: [...row.steps, step],
  }
}

function reversalOf(commission: Commission, rows: ReadonlyMap<number, CommissionLine>): Reversal[] {
  const lines = commission.lines.map((row) => rows.get(row.line) ?? row)
  const total = sumFen(lines, (row) => row.reversedFen)
  const reversedFen = subtractFen(total, commission.reversedFen)
  assert(reversedFen >= 0, 'a refund never raises a commission')
  const netFen = subtractFen(commission.amountFen, total)
  const isPending = commission.status !== 'settled'
  const status = isPending && netFen === 0 ? 'reversed' : commission.status
  if (reversedFen === 0) return []
  return [
    {
      commission: { ...commission, lines, reversedFen: total, netFen, status },
      reversedFen,
      from: isPending ? 'pending' : 'settled',
    },
  ]
}

function lineOf(commission: Commission | undefined, line: number): CommissionLine | undefined {
  return commission?.lines.find((row) => row.line === line)
}

function netOf(row: CommissionLine | undefined): Fen {
  return row === undefined ? ZERO : subtractFen(row.amountFen, row.reversedFen)
}

/** The cap is read from the stored explanation: today's plan has no say. */
function capOf(row: CommissionLine): number {
  for (const step of row.steps) if (step.step === 'cap') return step.capBps
  throw new RangeError(`line ${row.line} has no cap step`)
}
