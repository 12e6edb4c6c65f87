// 人与打款: distributors' standing, and the payout desk.
import { action } from '../action'
import * as z from '../schema'
import { FLAG_CODES } from '../model/ledger'
import { creditGrade } from './credit-views'
import { taxMode, taxStep } from './tax-views'
import { distributorStatus, none, tier, withdrawalRow, withdrawalStatus } from './views'

const withdrawalDeskRow = () =>
  z.object({
    ...withdrawalRow().shape,
    name: z.string(),
    tier: tier(),
    /** `counts` is false when its giver may not approve any more. */
    approvals: z.array(z.object({ name: z.string(), at: z.moment(), counts: z.boolean() })),
    needsApprovals: z.number().int(),
    /** How many people of the shop could still approve it: fewer than are missing means that it waits for another. */
    eligible: z.number().int(),
    taxMode: taxMode(),
    taxSteps: z.array(taxStep()),
    flags: z.array(z.object({ code: z.enum(FLAG_CODES), title: z.string(), text: z.string() })),
    /** Why the caller can't approve it, as a refusal code; null when they can. */
    blockedBy: z.string().nullable(),
  })

/** What became of each of several: the row as it stands now, and why it was refused if it was. */
const deskOutcomes = () =>
  z.object({
    outcomes: z.array(
      z.object({
        withdrawalId: z.id(),
        row: withdrawalDeskRow().nullable(),
        refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
  })
const severalIds = () => z.array(z.id()).min(1).max(20)

export const payouts = {
  'owner.listDistributors': action({
    summary:
      'Distributors by status, tier, credit, manager, name; of note, held in their tier, quiet; in an order.',
    who: ['owner'],
    kind: 'read',
    input: () =>
      z.object({
        status: distributorStatus().optional(),
        tier: tier().optional(),
        credit: creditGrade().optional(),
        /** The member id of who answers for them; none = nobody does, of those who joined and have not left. */
        manager: z.union([z.literal('none'), z.id()]).optional(),
        /** A part of the name. */
        search: z.optionalText(20),
        /** of-note: a waiting withdrawal with flags, or a commission set aside. quiet: active, idle for 30 days. */
        only: z.enum(['of-note', 'tier-held', 'quiet']).optional(),
        /** newest applicant first; sales and earnings leave out those who never had any. */
        sort: z.enum(['newest', 'sales', 'earnings']).default('newest'),
        cursor: z.cursor(),
      }),
    output: () =>
      z.pageOf(
        z.object({
          id: z.id(),
          name: z.string(),
          /** A cloud:// file; absent where they never chose one. */
          avatar: z.string().optional(),
          status: distributorStatus(),
          tier: tier(),
          inviterName: z.string().nullable(),
          appliedAt: z.moment(),
          admittedAt: z.moment().nullable(),
          earnedFen: z.amount(),
          salesFen: z.flow(),
          /** The newest date on which they did something themselves. */
          livelyOn: z.date().nullable(),
          isTierHeld: z.boolean(),
          /** null until the first grading after admission. */
          credit: creditGrade().nullable(),
          managerName: z.string().nullable(),
        }),
      ),
  }),
  'owner.decideApplication': action({
    summary: 'Admits a distributor, or turns an application down with a reason.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        distributorId: z.id(),
        isAdmitted: z.boolean(),
        reason: z.optionalText(200),
      }),
    output: () => none(),
  }),
  'owner.setDistributorStatus': action({
    summary: 'Freezes a distributor or thaws them, with a reason.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        distributorId: z.id(),
        status: z.enum(['active', 'frozen']),
        reason: z.text(200),
      }),
    output: () => none(),
  }),
  'owner.listWithdrawals': action({
    summary: 'The payout desk: withdrawals by status, the oldest waiting first.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ status: withdrawalStatus().optional(), cursor: z.cursor() }),
    output: () => z.pageOf(withdrawalDeskRow()),
  }),
  'owner.approveWithdrawal': action({
    summary: 'Approves a withdrawal; the last needed approval sends the money on its way.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ withdrawalId: z.id() }),
    output: () => withdrawalDeskRow(),
  }),
  'owner.rejectWithdrawal': action({
    summary: 'Turns a withdrawal down with a reason; the money is available again.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ withdrawalId: z.id(), reason: z.text(200) }),
    output: () => withdrawalDeskRow(),
  }),
  'owner.approveWithdrawals': action({
    summary: 'Approves up to twenty withdrawals, each for itself; what can’t be approved says why.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ withdrawalIds: severalIds() }),
    output: () => deskOutcomes(),
  }),
  'owner.rejectWithdrawals': action({
    summary: 'Turns up to twenty withdrawals down with one reason, each for itself.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ withdrawalIds: severalIds(), reason: z.text(200) }),
    output: () => deskOutcomes(),
  }),
  'owner.retryWithdrawal': action({
    summary: 'Tries an approved or sent withdrawal again now, under its one bill number.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ withdrawalId: z.id() }),
    output: () => withdrawalDeskRow(),
  }),
}
