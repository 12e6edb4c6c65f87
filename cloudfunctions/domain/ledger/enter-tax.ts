// The entry of tax that the shop paid on: what was withheld from distributors leaves for the tax office.
import type { LedgerEntry } from '@contract/model/ledger'
import type { Fen } from '@contract/money'
import { credit, debit, makeEntry } from './make-entry'

/**
 * `tax:{taxPaymentId}`: withheld tax / cash in the bank. `taxPaymentId` comes from facts (the month and the number of
 * the office's receipt), so that the same payment is entered once. `amountFen` above 0; `at` is when it was paid (ms).
 */
export function enterTaxRemitted(payment: {
  readonly taxPaymentId: string
  readonly amountFen: Fen
  readonly at: number
}): LedgerEntry {
  const { taxPaymentId, amountFen, at } = payment
  return makeEntry({
    key: `tax:${taxPaymentId}`,
    code: 'TAX_REMITTED',
    at,
    postings: [...debit('tax:withheld', amountFen), ...credit('cash:bank', amountFen)],
  })
}
