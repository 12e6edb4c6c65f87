// 个税: what was withheld in a month, what was paid to the tax office, the filing, and how the shop withholds.
import { action } from '../action'
import * as z from '../schema'
import { none } from './views'
import { taxMode } from './tax-views'

const taxRule = () => z.object({ from: z.month(), mode: taxMode() })

export const tax = {
  'owner.getTaxMonth': action({
    summary:
      'One month of withheld tax: people (masked), totals, agreement with the ledger, payments, and the mode.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ month: z.month().optional() }),
    output: () =>
      z.object({
        month: z.month(),
        /** The server's Shanghai date. */
        today: z.date(),
        mode: taxMode(),
        rules: z.array(taxRule()),
        /** The first month from which another mode may hold. */
        mayChangeFrom: z.month(),
        people: z.array(
          z.object({
            id: z.id(),
            name: z.string(),
            maskedName: z.string(),
            maskedIdNumber: z.string(),
            incomeFen: z.amount(),
            dueFen: z.amount(),
            withheldFen: z.amount(),
          }),
        ),
        incomeFen: z.amount(),
        withheldFen: z.amount(),
        /** The same withdrawals' postings on the withheld-tax account: equal, or the books are wrong. */
        ledgerFen: z.amount(),
        /** Sent in this month and not ended yet: they are not in the figures above. */
        open: z.object({ count: z.number().int(), taxFen: z.amount() }),
        remittedFen: z.amount(),
        leftFen: z.amount(),
        payments: z.array(
          z.object({
            voucherNo: z.string(),
            amountFen: z.amount(),
            paidOn: z.date(),
            name: z.string(),
            at: z.moment(),
          }),
        ),
      }),
  }),
  'owner.setTaxMode': action({
    summary: 'How tax is withheld from a month on; months in which money was sent never change.',
    who: ['owner'],
    kind: 'set',
    input: () => taxRule(),
    output: () => none(),
  }),
  'owner.recordTaxPayment': action({
    summary:
      'Withheld tax of a month that was paid to the tax office; month and voucher number make it single.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () =>
      z.object({
        month: z.month(),
        amountFen: z.amount(),
        voucherNo: z.string().regex(/^[0-9A-Za-z-]{4,40}$/),
        paidOn: z.date(),
      }),
    output: () => none(),
  }),
  'owner.exportTaxFiling': action({
    summary:
      "A month's filing as CSV, with real names and ID numbers: needs a reason and is logged.",
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ month: z.month(), reason: z.text(200) }),
    output: () => z.object({ fileName: z.string(), csv: z.string(), people: z.number().int() }),
  }),
}
