// 顾客归属: a distributor's own customers, and disputes about whose customer somebody is.
import { action } from '../action'
import {
  DISPUTE_LIMITS,
  DISPUTE_OUTCOMES,
  DISPUTE_STANCES,
  DISPUTE_STATUSES,
} from '../model/dispute'
import { ATTRIBUTION_CAUSES } from '../model/distribution'
import * as z from '../schema'
import { bindingNow, none, shareChannel } from './views'

const status = () => z.enum(DISPUTE_STATUSES)
const statement = {
  words: z.string(),
  /** cloud:// file ids. */
  pictures: z.array(z.string()),
  at: z.moment(),
}
const answer = () => z.object({ ...statement, stance: z.enum(DISPUTE_STANCES) }).nullable()
const given = () => ({
  words: z.text(DISPUTE_LIMITS.words),
  pictures: z.array(z.text(300)).max(DISPUTE_LIMITS.pictures).default([]),
})

const row = () => ({
  id: z.id(),
  status: status(),
  customerName: z.string(),
  raisedAt: z.moment(),
  answerBy: z.moment(),
  endedAt: z.moment().nullable(),
})

/** A row as one of the two sees it: names masked. */
const ownRow = () => ({
  ...row(),
  /** Whether the caller raised it, or the customer is (was) theirs. */
  side: z.enum(['claimant', 'holder']),
  /** The other distributor. */
  otherName: z.string(),
})

const shopRow = () => ({
  ...row(),
  claimantName: z.string(),
  holderName: z.string(),
  /** Answered, or the time for it is over: it waits for the shop alone. */
  isRipe: z.boolean(),
})

/** What the shop's own records say of the customer and one of the two. */
const record = () =>
  z.object({
    id: z.id(),
    name: z.string(),
    /** The first opening of one of their shares, and through which channel; null: none is known. */
    firstVisitAt: z.moment().nullable(),
    firstChannel: shareChannel().nullable(),
    /** Different shares of theirs that the customer opened, of the customer's first 200. */
    shares: z.number().int().min(0),
    /** Paid orders credited to them, of the customer's latest 200. */
    orders: z.number().int().min(0),
    paidFen: z.amount(),
    lastPaidAt: z.moment().nullable(),
    /** Active, and has signed: could be given the customer. */
    isReady: z.boolean(),
  })

export const dispute = {
  'distributor.listCustomers': action({
    summary: "The caller's customers, the latest bound first, names masked; and the rule of today.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () =>
      z
        .pageOf(
          z.object({
            id: z.id(),
            name: z.string(),
            boundAt: z.moment(),
            /** Null: never. */
            expireAt: z.moment().nullable(),
            isExpired: z.boolean(),
            isPurchased: z.boolean(),
            cause: z.enum(ATTRIBUTION_CAUSES).nullable(),
            /** They typed the caller's code in instead of opening a share. */
            isTyped: z.boolean(),
            /** Through which channel; null where it was none, or is not known. */
            channel: shareChannel().nullable(),
          }),
        )
        .extend({ binding: bindingNow() }),
  }),
  'distributor.listClaimable': action({
    summary:
      'People who opened the caller’s shares and are somebody else’s customers, the latest opening first.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    /** A page may be short or empty and still have a next one. */
    output: () =>
      z
        .pageOf(
          z.object({
            id: z.id(),
            name: z.string(),
            visitedAt: z.moment(),
            /** When they became the other's. */
            boundAt: z.moment(),
            /** The caller's dispute about this very binding. */
            disputeId: z.id().nullable(),
          }),
        )
        .extend({ binding: bindingNow() }),
  }),
  'distributor.raiseDispute': action({
    summary:
      'Claims somebody else’s customer, with words and pictures: who opened one’s share, or by order number.',
    who: ['distributor'],
    kind: 'fact',
    input: () =>
      z.object({
        about: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('visitor'), customerId: z.id() }),
          z.object({ kind: z.literal('order'), orderNumber: z.text(40) }),
        ]),
        ...given(),
      }),
    output: () => z.object({ disputeId: z.id() }),
  }),
  'distributor.listDisputes': action({
    summary: 'Disputes the caller raised, or about their customers, newest first.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ side: z.enum(['claimant', 'holder']), cursor: z.cursor() }),
    output: () => z.pageOf(z.object(ownRow())),
  }),
  'distributor.getDispute': action({
    summary: 'One dispute with what both sides said and what was decided, for one of the two.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ disputeId: z.id() }),
    output: () =>
      z.object({
        ...ownRow(),
        claim: z.object(statement),
        answer: answer(),
        decision: z.object({ reason: z.string(), isMoved: z.boolean() }).nullable(),
      }),
  }),
  'distributor.answerDispute': action({
    summary: 'What the other side says to a claim, once: keeps the customer, or lets them go.',
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ disputeId: z.id(), stance: z.enum(DISPUTE_STANCES), ...given() }),
    output: () => none(),
  }),
  'distributor.withdrawDispute': action({
    summary: 'Takes one’s claim back; it can’t be raised again about the same binding.',
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ disputeId: z.id() }),
    output: () => none(),
  }),
  'owner.listDisputes': action({
    summary: 'Disputes about customers: open ones oldest first, ended ones newest first.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ isOpen: z.boolean(), cursor: z.cursor() }),
    output: () => z.pageOf(z.object(shopRow())),
  }),
  'owner.getDispute': action({
    summary: 'One dispute with both sides’ words and pictures, and what the shop’s records say.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ disputeId: z.id() }),
    output: () =>
      z.object({
        ...shopRow(),
        claim: z.object(statement),
        answer: answer(),
        decision: z
          .object({ name: z.string(), reason: z.string(), isMoved: z.boolean() })
          .nullable(),
        customer: z.object({
          id: z.id(),
          /** When they first came to the shop. */
          cameAt: z.moment(),
          /** Whose they are now; null: nobody's. */
          nowName: z.string().nullable(),
          now: z.enum(['claimant', 'holder', 'third', 'nobody']),
        }),
        claimant: record(),
        holder: record(),
        /** Other open claims to the same customer. */
        others: z.array(z.object({ id: z.id(), claimantName: z.string() })),
      }),
  }),
  'owner.decideDispute': action({
    summary:
      'Decides a dispute with a reason: moves the customer or leaves them; placed orders stay where they are.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        disputeId: z.id(),
        outcome: z.enum(DISPUTE_OUTCOMES),
        reason: z.text(DISPUTE_LIMITS.reason),
      }),
    output: () => none(),
  }),
} as const
