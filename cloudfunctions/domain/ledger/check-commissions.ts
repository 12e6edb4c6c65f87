// Invariants of commissions: within the cap, never below zero, explained, and equal to what the ledger says.
import { rateOf } from '@contract/money'
import type { Commission } from '@contract/model/distribution'
import { recomputeFromSteps } from '../commission/recompute-from-steps'
import type { Books } from './check-invariants'
import { foldEntries } from './trial-balance'

export function checkCommissions(books: Books): string[] {
  const byOrder = new Map<string, Commission[]>()
  for (const commission of books.commissions) {
    byOrder.set(commission.orderId, [...(byOrder.get(commission.orderId) ?? []), commission])
  }
  return [
    ...books.commissions.flatMap(checkCommission),
    ...[...byOrder].flatMap(([orderId, commissions]) => checkOrder(orderId, commissions)),
    ...checkLedger(books, byOrder),
  ]
}

function checkCommission(commission: Commission): string[] {
  const { _id, amountFen, reversedFen, netFen, lines, status } = commission
  const found: string[] = []
  if (reversedFen < 0 || reversedFen > amountFen) {
    found.push(`commission ${_id}: reversed ${reversedFen} of ${amountFen}`)
  }
  if (netFen !== amountFen - reversedFen) found.push(`commission ${_id}: net is ${netFen}`)
  if (status === 'reversed' && netFen !== 0)
    found.push(`commission ${_id}: reversed, yet ${netFen}`)
  const amounts = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const reversals = lines.reduce((sum, line) => sum + line.reversedFen, 0)
  if (amounts !== amountFen || reversals !== reversedFen) {
    found.push(`commission ${_id}: its lines add up to ${amounts} less ${reversals}`)
  }
  for (const line of lines) {
    const again = recomputeFromSteps(commission.level, line.steps)
    const net = line.amountFen - line.reversedFen
    if (again.amountFen !== line.amountFen || again.netFen !== net) {
      found.push(
        `commission ${_id} line ${line.line}: ${line.amountFen} net ${net}, ` +
          `its explanation gives ${again.amountFen} net ${again.netFen}`,
      )
    }
  }
  return found
}

/** Both levels together never exceed the cap on what the line really brought. */
function checkOrder(orderId: string, commissions: readonly Commission[]): string[] {
  const levels = commissions.map((commission) => commission.level)
  if (new Set(levels).size !== levels.length) return [`order ${orderId} pays a level twice`]
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
    .map(([line, row]) => `order ${orderId} line ${line} pays ${row.sum}, cap ${row.capFen}`)
}

function checkLedger(books: Books, byOrder: ReadonlyMap<string, readonly Commission[]>): string[] {
  const found: string[] = []
  const accrued = new Map<string, number>()
  const takenBack = new Map<string, number>()
  for (const entry of books.entries) {
    const expense = entry.postings.find((posting) => posting.account === 'expense:commission')
    if (expense === undefined || entry.orderId === null) continue
    const sums = entry.code === 'COMMISSION_ACCRUED' ? accrued : takenBack
    sums.set(entry.orderId, (sums.get(entry.orderId) ?? 0) + expense.amountFen)
  }
  for (const orderId of new Set([...byOrder.keys(), ...accrued.keys()])) {
    const commissions = byOrder.get(orderId) ?? []
    const amount = commissions.reduce((sum, commission) => sum + commission.amountFen, 0)
    const reversed = commissions.reduce((sum, commission) => sum + commission.reversedFen, 0)
    const entered = accrued.get(orderId) ?? 0
    const back = 0 - (takenBack.get(orderId) ?? 0)
    if (entered !== amount) {
      found.push(`order ${orderId}: commissions are ${amount}, the ledger accrued ${entered}`)
    }
    if (back !== reversed) {
      found.push(`order ${orderId}: ${reversed} is reversed, the ledger took back ${back}`)
    }
  }
  const net = books.commissions.reduce((sum, commission) => sum + commission.netFen, 0)
  const expense = foldEntries(books.entries).get('expense:commission') ?? 0
  if (expense !== net) found.push(`commission expense is ${expense}, commissions net are ${net}`)
  return found
}
