// 月度对账单: one distributor's month, opening + movements = closing, every line from a ledger entry.
import { action } from '../action'
import * as z from '../schema'
import { STATEMENT_LINES } from '../model/books'

const balances = () =>
  z.object({
    pendingFen: z.amount(),
    availableFen: z.amount(),
    withdrawingFen: z.amount(),
    clawbackFen: z.amount(),
  })
const flows = () =>
  z.object({
    pendingFen: z.flow(),
    availableFen: z.flow(),
    withdrawingFen: z.flow(),
    clawbackFen: z.flow(),
  })
/** A Shanghai month, YYYY-MM. */
const month = () => z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const statement = () =>
  z.object({
    name: z.string(),
    month: month(),
    /** The first month there is a statement of, and the last: this one. */
    firstMonth: month(),
    lastMonth: month(),
    /** The month is over: nothing is added to it any more. */
    isOver: z.boolean(),
    opening: balances(),
    lines: z.array(
      z.object({
        line: z.enum(STATEMENT_LINES),
        count: z.number().int(),
        ...flows().shape,
      }),
    ),
    /** Of what was paid out: what arrived, tax withheld and fee. */
    paid: z.object({ netFen: z.amount(), taxFen: z.amount(), feeFen: z.amount() }),
    closing: balances(),
    asOf: z.moment(),
    rows: z.pageOf(
      z.object({
        id: z.string(),
        line: z.enum(STATEMENT_LINES),
        at: z.moment(),
        ...flows().shape,
        withdrawalId: z.string().nullable(),
        /** What it pays for, settles or takes back. */
        commissions: z.array(
          z.object({ id: z.string(), title: z.string(), buyerName: z.string() }),
        ),
        /** Why a bonus was given or a debt written off. */
        note: z.string().nullable(),
      }),
    ),
  })

export const statements = {
  'distributor.getStatement': action({
    summary: "The caller's statement of a month, all from ledger entries.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ month: month(), cursor: z.cursor() }),
    output: () => statement(),
  }),
  'owner.getStatement': action({
    summary: "A distributor's statement of a month, all from ledger entries.",
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ distributorId: z.id(), month: month(), cursor: z.cursor() }),
    output: () => statement(),
  }),
  'owner.exportStatement': action({
    summary: 'The same as CSV, with the reason why it is taken out.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ distributorId: z.id(), month: month(), reason: z.text(200) }),
    output: () => z.object({ fileName: z.string(), csv: z.string() }),
  }),
}
