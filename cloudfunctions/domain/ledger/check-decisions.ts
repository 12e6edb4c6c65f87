// Invariants of the shop's own decisions: a bonus or a write-off has its entry, once, and two pairs of eyes.
import type { MoneyDecision } from '@contract/model/books'
import type { LedgerEntry } from '@contract/model/ledger'
import { differ, expectSame, type Difference } from './difference'
import { movementOf } from './post-to-wallet'

/** The entry that carries a decision out. */
export function decisionKey({ kind, _id }: Pick<MoneyDecision, 'kind' | '_id'>): string {
  return kind === 'incentive' ? `incentive:${_id}` : `writeoff:${_id}`
}

/** `entries` by id; more than this decision's do no harm. */
export function checkDecision(
  decision: MoneyDecision,
  entries: ReadonlyMap<string, LedgerEntry>,
): Difference[] {
  const { distributorId, amountFen, status, askedBy, decidedBy } = decision
  const key = decisionKey(decision)
  const record = `ledger_entries/${key}`
  const entry = entries.get(key)
  const isDone = status === 'done'
  const isOwn = isDone && decidedBy === askedBy
  const eyes = isOwn
    ? [differ('DECISION_EYES', `money_decisions/${decision._id}`, '另一个人', askedBy)]
    : []
  if (!entry) return isDone ? [...eyes, differ('ENTRY_MISSING', record, key, '没有')] : eyes
  if (!isDone) return [...eyes, differ('ENTRY_UNEXPECTED', record, '没有', entry.code)]
  const { availableFen, clawbackFen } = movementOf(entry, distributorId)
  return [...eyes, ...expectSame('ENTRY_AMOUNT', record, amountFen, availableFen - clawbackFen)]
}
