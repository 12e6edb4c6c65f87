// 奖励与核销: bonuses within a month's budget, debts of those who left, and the second pair of eyes.
import { action } from '../action'
import * as z from '../schema'
import { MONEY_DECISION_KINDS, MONEY_DECISION_STATUSES } from '../model/books'

const decision = () =>
  z.object({
    id: z.id(),
    kind: z.enum(MONEY_DECISION_KINDS),
    distributorId: z.id(),
    name: z.string(),
    amountFen: z.amount(),
    reason: z.string(),
    status: z.enum(MONEY_DECISION_STATUSES),
    askedByName: z.string(),
    askedAt: z.moment(),
    decidedByName: z.string().nullable(),
    decidedAt: z.moment().nullable(),
    rejectReason: z.string().nullable(),
    /** Why the caller can't agree to it, as a refusal code; null when they can. */
    blockedBy: z.string().nullable(),
  })

const budget = () =>
  z.object({
    month: z.string(),
    budgetFen: z.amount(),
    paidFen: z.amount(),
    waitingFen: z.amount(),
    leftFen: z.amount(),
    /** Above this a second person must agree; also for several small ones of one day together. */
    fourEyesFen: z.amount(),
  })

export const incentive = {
  'owner.payIncentive': action({
    summary:
      'Gives an active distributor a bonus with a reason, within the month’s budget; large ones wait.',
    who: ['owner'],
    kind: 'fact',
    input: () => z.object({ distributorId: z.id(), amountFen: z.amount(), reason: z.text(200) }),
    output: () => decision(),
  }),
  'owner.writeOffDebt': action({
    summary: 'Writes the whole debt of a distributor who no longer works here off, with a reason.',
    who: ['owner'],
    kind: 'fact',
    input: () => z.object({ distributorId: z.id(), amountFen: z.amount(), reason: z.text(200) }),
    output: () => decision(),
  }),
  'owner.listMoneyDecisions': action({
    summary: 'Bonuses and written-off debts, the newest first, and this month’s budget.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () =>
      z.object({ status: z.enum(MONEY_DECISION_STATUSES).optional(), cursor: z.cursor() }),
    output: () =>
      z.object({ budget: budget(), eligible: z.number().int(), decisions: z.pageOf(decision()) }),
  }),
  'owner.approveMoneyDecision': action({
    summary: 'The second pair of eyes agrees: the money moves.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ decisionId: z.id() }),
    output: () => decision(),
  }),
  'owner.rejectMoneyDecision': action({
    summary: 'Turns a waiting bonus or write-off down with a reason; nothing has moved.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ decisionId: z.id(), reason: z.text(200) }),
    output: () => decision(),
  }),
  'owner.setIncentiveBudget': action({
    summary: 'Sets what may be given as bonuses this month, with a reason.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ budgetFen: z.amount(), reason: z.text(200) }),
    output: () => budget(),
  }),
}
