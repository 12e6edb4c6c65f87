// One key, one payload: whoever enters the same fact again with other amounts is told so, never believed.
import type { LedgerEntry } from '@contract/model/ledger'
import { refuse } from '../refuse'

/**
 * Whether two entries say the same: code, subject and what each account moves. The moment doesn't count, because a
 * repeat comes later; nor does the order of postings.
 */
export function isSameEntry(a: LedgerEntry, b: LedgerEntry): boolean {
  const facts = ({ _id, code, orderId, withdrawalId }: LedgerEntry) =>
    [_id, code, orderId, withdrawalId].join(' ')
  return facts(a) === facts(b) && movesOf(a).join() === movesOf(b).join()
}

/** For a key that was taken: nothing when the stored entry says the same. Refuses IDEMPOTENCY_CONFLICT. */
export function insistSameEntry(stored: LedgerEntry, wanted: LedgerEntry): void {
  if (!isSameEntry(stored, wanted)) throw refuse('IDEMPOTENCY_CONFLICT', { entry: wanted._id })
}

function movesOf({ postings }: LedgerEntry): string[] {
  return postings.map(({ account, amountFen }) => `${account}=${amountFen}`).sort()
}
