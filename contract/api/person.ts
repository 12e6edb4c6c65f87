// 一个分销员: everything the shop knows of one person, section by section, and what the staff noted about them.
import { action } from '../action'
import * as z from '../schema'
import { creditView } from './credit-views'
import { explainedCommission } from './explanation'
import { FLAG_CODES } from '../model/ledger'
import {
  commissionRow,
  distributorStatus,
  none,
  orderRow,
  tier,
  walletView,
  withdrawalStatus,
} from './views'
import { walletMovement } from './wallet-views'

const named = () => z.object({ id: z.id(), name: z.string() })
const ofPerson = () => z.object({ distributorId: z.id(), cursor: z.cursor() })

const agreementState = () =>
  z.object({
    state: z.enum(['none', 'signed', 'to-sign', 'to-renew', 'lapsed']),
    version: z.number().int().nullable(),
    signedAt: z.moment().nullable(),
    lapsesAt: z.moment().nullable(),
  })

export const person = {
  'owner.getPerson': action({
    summary:
      'One distributor: profile, counts, balances, what to look at twice. Answers of the form: owners only.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ distributorId: z.id() }),
    output: () =>
      z.object({
        id: z.id(),
        name: z.string(),
        status: distributorStatus(),
        tier: tier(),
        /** The caller's own case: the staff decide nothing about themselves. */
        isSelf: z.boolean(),
        appliedAt: z.moment(),
        admittedAt: z.moment().nullable(),
        rejectReason: z.string().nullable(),
        inviter: named().nullable(),
        /** The member of the staff who answers for them now, by member id. */
        manager: named().nullable(),
        /** null until the first grading after admission. */
        credit: creditView().nullable(),
        exit: z
          .object({ at: z.moment(), by: z.enum(['self', 'shop']), reason: z.string() })
          .nullable(),
        agreement: agreementState(),
        answers: z.array(z.object({ label: z.string(), text: z.string() })),
        tierHold: z.object({ reason: z.string(), untilOn: z.date().nullable() }).nullable(),
        /** Members they invited, members those invited, and whose customers they have now. */
        direct: z.number().int(),
        indirect: z.number().int(),
        customers: z.number().int(),
        /** null until they are admitted. */
        wallet: walletView().nullable(),
        ever: z.object({
          salesFen: z.flow(),
          orders: z.number().int(),
          commissionFen: z.flow(),
          newCustomers: z.number().int(),
        }),
        /** The newest date on which they did something themselves; null where that never was. */
        livelyOn: z.date().nullable(),
        /** Everything written before it is in `ever` and `livelyOn`. */
        asOf: z.moment(),
        /** Of their latest withdrawals, those with something to look at twice. */
        flagged: z.array(
          z.object({
            withdrawalId: z.id(),
            status: withdrawalStatus(),
            at: z.moment(),
            flags: z.array(
              z.object({ code: z.enum(FLAG_CODES), title: z.string(), text: z.string() }),
            ),
          }),
        ),
        /** Open alerts about them or about what is theirs. */
        alerts: z.array(z.object({ id: z.string(), message: z.string(), at: z.moment() })),
      }),
  }),
  'owner.getPersonDays': action({
    summary: "A distributor's sales and commissions day by day, ending today.",
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ distributorId: z.id(), range: z.enum(['7d', '30d']) }),
    output: () =>
      z.object({
        days: z.array(z.object({ on: z.date(), salesFen: z.flow(), commissionFen: z.flow() })),
        salesFen: z.flow(),
        commissionFen: z.flow(),
        asOf: z.moment(),
      }),
  }),
  'owner.listPersonOrders': action({
    summary: 'Paid orders credited to a distributor, the latest paid first.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: ofPerson,
    output: () => z.pageOf(orderRow()),
  }),
  'owner.listPersonCommissions': action({
    summary: "A distributor's commissions, newest first, each with its order.",
    who: ['owner', 'finance'],
    kind: 'read',
    input: ofPerson,
    output: () => z.pageOf(z.object({ ...commissionRow().shape, orderId: z.id() })),
  }),
  'owner.getCommission': action({
    summary: 'One commission of anybody with its stored explanation, as its beneficiary sees it.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ commissionId: z.id() }),
    output: () => explainedCommission(),
  }),
  'owner.listPersonMovements': action({
    summary: "What moved a distributor's wallet, newest first, each line a ledger entry.",
    who: ['owner', 'finance'],
    kind: 'read',
    input: ofPerson,
    output: () => z.pageOf(walletMovement()),
  }),
  'owner.listPersonNotes': action({
    summary: 'What the staff noted about a distributor, newest first; never shown to that person.',
    who: ['owner', 'manager'],
    kind: 'read',
    input: ofPerson,
    output: () =>
      z.pageOf(z.object({ id: z.id(), authorName: z.string(), text: z.string(), at: z.moment() })),
  }),
  'owner.addPersonNote': action({
    summary: 'Adds a note about a distributor; notes are neither changed nor taken away.',
    who: ['owner', 'manager'],
    kind: 'fact',
    input: () => z.object({ distributorId: z.id(), text: z.text(500) }),
    output: () => none(),
  }),
}
