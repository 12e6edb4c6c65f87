// Every entry is about something: the order, after-sale, commission, withdrawal or decision it names must exist.
import type { LedgerEntry } from '@contract/model/ledger'
import { differ, type Difference } from './difference'

/** `collection/id` of what an entry is about, by its key and fields; a tax payment is kept elsewhere. */
export function subjectOf({ _id, orderId, withdrawalId }: LedgerEntry): string | null {
  const [kind = '', ...rest] = _id.split(':')
  const id = rest.join(':')
  switch (kind) {
    case 'pay':
    case 'accrue':
      return `orders/${id}`
    case 'refund':
    case 'reverse':
    case 'clawback':
      return `after_sales/${id}`
    case 'settle':
      return `commissions/${id}`
    case 'wd':
      return `withdrawals/${rest[0] ?? ''}`
    case 'incentive':
    case 'writeoff':
      return `money_decisions/${id}`
    case 'tax':
      return null
    default:
      return orderId ? `orders/${orderId}` : `withdrawals/${withdrawalId ?? ''}`
  }
}

/** `exists` answers for `collection/id`. */
export function checkReference(
  entry: LedgerEntry,
  exists: (subject: string) => boolean,
): Difference[] {
  const subject = subjectOf(entry)
  if (subject === null || exists(subject)) return []
  return [differ('ENTRY_ORPHAN', `ledger_entries/${entry._id}`, subject, '没有')]
}
