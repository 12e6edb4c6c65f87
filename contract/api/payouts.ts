// 人与打款: distributors' standing, and the payout desk.
import { action } from '../action'
import * as z from '../schema'
import { distributorStatus, none, tier, withdrawalRow, withdrawalStatus } from './views'

const withdrawalDeskRow = () =>
  z.object({
    ...withdrawalRow().shape,
    name: z.string(),
    tier: tier(),
    approvals: z.array(z.object({ name: z.string(), at: z.moment() })),
    needsApprovals: z.number().int(),
    /** Why the caller can't approve it, as a refusal code; null when they can. */
    blockedBy: z.string().nullable(),
  })

export const payouts = {
  'owner.listDistributors': action({
    summary: 'Distributors by status, the waiting applications first.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ status: distributorStatus().optional(), cursor: z.cursor() }),
    output: () =>
      z.pageOf(
        z.object({
          id: z.id(),
          name: z.string(),
          status: distributorStatus(),
          tier: tier(),
          inviterName: z.string().nullable(),
          appliedAt: z.moment(),
          admittedAt: z.moment().nullable(),
          earnedFen: z.amount(),
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
  'owner.setTier': action({
    summary: "Sets a distributor's tier by hand, with a reason.",
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ distributorId: z.id(), tier: tier(), reason: z.text(200) }),
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
}
