// Invariants between an order's commissions and the ledger: what was accrued, and what refunds took back.
import { addFen, rateOf, sumFen, ZERO, type Fen } from '@contract/money'
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry } from '@contract/model/ledger'
import { compareEntry } from './compare-entry'
import type { OrderBooks } from './check-orders'
import { differ, expectSame, type Difference } from './difference'
import { enterAccrual } from './enter-commission'
import { movementOf } from './post-to-wallet'

export function checkAccruals(books: OrderBooks): Difference[] {
  const { order, commissions, entries } = books
  const key = `accrue:${order._id}`
  const at = commissions[0]?.accruedAt ?? 0
  return [
    ...checkLevels(order._id, commissions),
    ...checkCaps(order._id, commissions),
    ...compareEntry(key, enterAccrual(order._id, commissions, at), entries.get(key)),
    ...checkTakenBack(books),
  ]
}

function checkLevels(orderId: string, commissions: readonly Commission[]): Difference[] {
  return ([1, 2] as const).flatMap((level) => {
    const rows = commissions.filter((commission) => commission.level === level)
    if (rows.length < 2) return []
    const ids = rows.map((row) => row._id).join(' ')
    return [differ('COMMISSION_LEVEL_TWICE', `orders/${orderId} ${level} 级`, '一笔', ids)]
  })
}

/** Both levels together never exceed the cap on what the line really brought. */
function checkCaps(orderId: string, commissions: readonly Commission[]): Difference[] {
  const paid = new Map<number, { sum: number; capFen: number }>()
  for (const line of commissions.flatMap((commission) => commission.lines)) {
    const cap = line.steps.find((step) => step.step === 'cap')
    const refunds = line.steps.filter((step) => step.step === 'refund')
    const baseLeft = refunds.at(-1)?.baseLeftFen ?? line.baseFen
    const row = paid.get(line.line) ?? { sum: 0, capFen: rateOf(baseLeft, cap?.capBps ?? 0) }
    row.sum += line.amountFen - line.reversedFen
    paid.set(line.line, row)
  }
  return [...paid]
    .filter(([, row]) => row.sum > row.capFen)
    .map(([line, row]) =>
      differ('COMMISSION_CAP', `orders/${orderId} 第 ${line} 行`, row.capFen, row.sum),
    )
}

/** For each refund and beneficiary: what the stored steps took back is what the two entries took back. */
function checkTakenBack({ commissions, entries, afterSales }: OrderBooks): Difference[] {
  const refundIds = new Set([
    ...afterSales.map((afterSale) => afterSale._id),
    ...commissions.flatMap((commission) => commission.lines.flatMap(refundsOf)),
  ])
  return [...refundIds].flatMap((refundId) => {
    const found = ['reverse', 'clawback'].flatMap(
      (kind) => entries.get(`${kind}:${refundId}`) ?? [],
    )
    const touched = found.flatMap((entry) => entry.distributorIds)
    const people = new Set([...commissions.map((one) => one.distributorId), ...touched])
    return [...people].flatMap((distributorId) => {
      const own = commissions.filter((one) => one.distributorId === distributorId)
      const due = addFen(...own.map((commission) => takenBack(commission, refundId)))
      const record = `after_sales/${refundId} ${distributorId}`
      return expectSame('COMMISSION_TAKEN_BACK', record, due, enteredBack(found, distributorId))
    })
  })
}

function refundsOf(line: Commission['lines'][number]): string[] {
  return line.steps.flatMap((step) => (step.step === 'refund' ? step.refundId : []))
}

function takenBack(commission: Commission, refundId: string): Fen {
  const steps = commission.lines.flatMap((line) => line.steps)
  return sumFen(steps, (step) =>
    step.step === 'refund' && step.refundId === refundId ? step.reversedFen : ZERO,
  )
}

function enteredBack(entries: readonly LedgerEntry[], distributorId: string): Fen {
  return sumFen(entries, (entry) => {
    const change = movementOf(entry, distributorId)
    return change.clawbackFen - change.pendingFen - change.availableFen
  })
}
