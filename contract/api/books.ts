// 账务: what needs a person, refunds that got stuck, and the daily reconciliation with WeChat.
import { action } from '../action'
import * as z from '../schema'
import {
  DIFFERENCE_CAUSES,
  DIFFERENCE_STATES,
  MONEY_FLOWS,
  type DifferenceCause,
} from '../model/books'
import { none } from './views'

const alertView = () =>
  z.object({
    id: z.string(),
    kind: z.string(),
    message: z.string(),
    /** The record that it is about, such as an after-sale or a date. */
    subjectId: z.string(),
    at: z.moment(),
    closing: z.object({ name: z.string(), at: z.moment(), note: z.string() }).nullable(),
  })

/** accrual: not worked out. due: has no due moment. settlement: not settled. */
const heldKind = () => z.enum(['accrual', 'due', 'settlement'])

/** An order, or (settlement) one commission, that the timer set aside. */
const heldView = () =>
  z.object({
    id: z.id(),
    kind: heldKind(),
    orderId: z.id(),
    title: z.string(),
    /** Whose commissions they are: the sharer, then who invited them; of a settlement the one. */
    names: z.array(z.string()),
    /** Null where it is not worked out yet. */
    netFen: z.amount().nullable(),
    /** Of the payment, the receipt, or the due moment. */
    at: z.moment(),
    /** Something was refunded: its commissions are not worked out any more. */
    isRefunded: z.boolean(),
    blockedBy: z.string().nullable(),
  })

const stuckRefund = () =>
  z.object({
    afterSaleId: z.id(),
    orderId: z.id(),
    buyerName: z.string(),
    title: z.string(),
    refundFen: z.amount(),
    /**
     * closed: WeChat gave up, a new try may be made. abnormal: the payer's card no longer takes money. unanswered:
     * WeChat refused it or did not answer, again and again.
     */
    state: z.enum(['closed', 'abnormal', 'unanswered']),
    since: z.moment(),
    /** The number WeChat knows it by. */
    outRefundNo: z.string(),
    /** How often it was tried under a number of its own. */
    tries: z.number().int(),
    /** Other after-sales of the order, which wait for this one. */
    waiting: z.number().int(),
    /** Why the caller can't decide it, as a refusal code; null when they can. */
    blockedBy: z.string().nullable(),
  })

const tally = () => z.object({ count: z.number().int(), amountFen: z.flow() })
const threeSides = () => z.object({ records: tally(), ledger: tally(), wechat: tally() })

const reconciledDay = () =>
  z.object({
    on: z.date(),
    status: z.enum(['running', 'done']),
    payment: threeSides(),
    refund: threeSides(),
    transfer: threeSides(),
    hasTradeBill: z.boolean(),
    hasFundBill: z.boolean(),
    openCount: z.number().int(),
    foundCount: z.number().int(),
    asOf: z.moment(),
  })

const differenceView = () =>
  z.object({
    id: z.string(),
    flow: z.enum(MONEY_FLOWS),
    cause: z.enum(Object.keys(DIFFERENCE_CAUSES) as [DifferenceCause, ...DifferenceCause[]]),
    causeText: z.string(),
    number: z.string(),
    recordId: z.string().nullable(),
    oursFen: z.amount().nullable(),
    wechatFen: z.amount().nullable(),
    state: z.enum(DIFFERENCE_STATES),
    foundAt: z.moment(),
    note: z.string().nullable(),
    notedByName: z.string().nullable(),
    notedAt: z.moment().nullable(),
  })

/** The nightly check of all books; null before the first. */
const auditView = () =>
  z
    .object({
      on: z.date(),
      status: z.enum(['running', 'right', 'differs']),
      /** The first difference, with the record that it names. */
      first: z.string().nullable(),
      entries: z.number().int(),
      finishedAt: z.moment().nullable(),
    })
    .nullable()

export const books = {
  'owner.listAlerts': action({
    summary: 'What needs a person, the newest first; closed ones with what was done.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ isOpen: z.boolean().default(true), cursor: z.cursor() }),
    output: () => z.pageOf(alertView()),
  }),
  'owner.closeAlert': action({
    summary: 'Closes an alert with what was done about it; the first closing stands.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ alertId: z.string().min(1).max(200), note: z.text(200) }),
    output: () => none(),
  }),
  'owner.listStuckRefunds': action({
    summary: 'Refunds that WeChat closed or calls abnormal: a person decides how they go on.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => none(),
    output: () => z.object({ rows: z.array(stuckRefund()) }),
  }),
  'owner.retryRefund': action({
    summary:
      'Tries a stuck refund again: a closed one under a new number, an abnormal one by asking how it stands.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id() }),
    output: () => z.object({ outcome: z.enum(['refunded', 'under-way', 'stuck']) }),
  }),
  'owner.markRefundedByHand': action({
    summary:
      'Says that a stuck refund was handed back past WeChat; it is booked once, from the bank.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id(), note: z.text(200) }),
    output: () => none(),
  }),
  'owner.listHeld': action({
    summary: 'Commissions that were set aside because they could not be worked out or settled.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => none(),
    output: () => z.object({ rows: z.array(heldView()) }),
  }),
  'owner.decideHeld': action({
    summary:
      'Lets the timer try again what was set aside, or gives up what a refund has overtaken.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        id: z.id(),
        kind: heldKind(),
        decision: z.enum(['retry', 'drop']),
        reason: z.text(200),
      }),
    output: () => none(),
  }),
  'owner.listReconciledDays': action({
    summary: 'Days compared with WeChat, the newest first, and the latest nightly audit.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () => z.object({ days: z.pageOf(reconciledDay()), audit: auditView() }),
  }),
  'owner.getReconciledDay': action({
    summary: 'One day: the three sides, and the differences with what was said about them.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ on: z.date(), cursor: z.cursor() }),
    output: () => z.object({ day: reconciledDay(), differences: z.pageOf(differenceView()) }),
  }),
  'owner.reconcileDay': action({
    summary: 'Compares a day again now, after asking WeChat about what was not booked.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ on: z.date() }),
    output: () => reconciledDay(),
  }),
  'owner.noteDifference': action({
    summary: 'Explains a difference, closes it, or opens it again; always with a note.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () =>
      z.object({
        differenceId: z.string().min(1).max(200),
        state: z.enum(['open', 'explained', 'closed']),
        note: z.text(200),
      }),
    output: () => differenceView(),
  }),
}
