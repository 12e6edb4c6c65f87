// Invariants of withheld tax: each payment to the office is entered once, and each year says what was withheld.
import type { LedgerEntry, Withdrawal } from '@contract/model/ledger'
import type { TaxRemittance, TaxYear } from '@contract/model/tax'
import { sumFen } from '@contract/money'
import { compareEntry } from './compare-entry'
import { expectSame, guarded, type Difference } from './difference'
import { enterTaxRemitted } from './enter-tax'

/** `entries` by id; more than this month's do no harm. */
export function checkRemittance(
  { _id: month, payments, remittedFen }: TaxRemittance,
  entries: ReadonlyMap<string, LedgerEntry>,
): Difference[] {
  const record = `tax_remittances/${month}`
  return guarded(record, () => [
    ...expectSame('TAX_REMITTED', record, sumFen(payments, paidOf), remittedFen),
    ...payments.flatMap(({ voucherNo, amountFen, at }) => {
      const wanted = enterTaxRemitted({ taxPaymentId: `${month}:${voucherNo}`, amountFen, at })
      return compareEntry(wanted._id, wanted, entries.get(wanted._id))
    }),
  ])
}

const paidOf = (payment: TaxRemittance['payments'][number]) => payment.amountFen

/** `withdrawals`: at least this distributor's. What was sent and did not come back is income and was taxed. */
export function checkTaxYear(
  { _id, distributorId, months }: TaxYear,
  withdrawals: readonly Withdrawal[],
): Difference[] {
  const own = withdrawals.filter((one) => one.distributorId === distributorId && isTaxed(one))
  return months.flatMap(({ month, incomeFen, taxFen }) => {
    const sent = own.filter((one) => one.taxMonth === month)
    const record = `tax_years/${_id} ${month}`
    const income = sumFen(sent, (one) => one.amountFen)
    const tax = sumFen(sent, (one) => one.taxFen)
    return [
      ...expectSame('TAX_INCOME', record, income, incomeFen),
      ...expectSame('TAX_WITHHELD', record, tax, taxFen),
    ]
  })
}

function isTaxed({ status }: Withdrawal): boolean {
  return status === 'dispatched' || status === 'awaiting-confirmation' || status === 'paid'
}
