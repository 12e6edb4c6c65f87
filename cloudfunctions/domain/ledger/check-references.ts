// Every entry is about something: the order, after-sale, commission, withdrawal or decision it names must exist.
import type { LedgerEntry } from '@contract/model/ledger'
import { differ, type Difference } from './difference'

/** `collection/id` of what an entry is about, by its key; by its fields where the key is of no known kind. */
export function subjectOf({ _id, orderId, withdrawalId }: LedgerEntry): string {
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
      return `tax_remittances/${rest[0] ?? ''}`
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
  if (exists(subject)) return []
  return [differ('ENTRY_ORPHAN', `ledger_entries/${entry._id}`, subject, '没有')]
}
