// Under which line of a statement an entry stands.
import type { StatementLine } from '@contract/model/books'
import type { EntryCode } from '@contract/model/ledger'
import { assertNever, Bug } from '../assert'

/** Entries of sales and taxes touch no wallet: one on a statement is a bug. */
export function lineOfEntry(code: EntryCode): StatementLine {
  switch (code) {
    case 'COMMISSION_ACCRUED':
      return 'accrued'
    case 'COMMISSION_REVERSED':
      return 'reversed'
    case 'COMMISSION_SETTLED':
      return 'settled'
    case 'COMMISSION_CLAWED_BACK':
      return 'clawed-back'
    case 'INCENTIVE_PAID':
      return 'bonus'
    case 'WITHDRAWAL_REQUESTED':
      return 'asked'
    case 'WITHDRAWAL_REJECTED':
    case 'WITHDRAWAL_RETURNED':
      return 'given-back'
    case 'WITHDRAWAL_PAID':
      return 'paid'
    case 'DEBT_WRITTEN_OFF':
      return 'written-off'
    case 'ORDER_PAID':
    case 'ORDER_REFUNDED':
    case 'TAX_REMITTED':
      throw new Bug(`${code} is no line of a distributor's statement`)
    default:
      return assertNever(code)
  }
}
