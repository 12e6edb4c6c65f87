// 招募与协议: what applicants are asked, what they answer, and the agreement that is read, signed and ended.
import { action } from '../action'
import * as z from '../schema'
import { FIELD_KINDS, STANDARD_KINDS, WELCOME_KINDS } from '../model/recruitment'
import { signingState } from './signing'
import { distributorStatus, none } from './views'

const field = () =>
  z.object({
    key: z.string().regex(/^f\d{1,3}$/),
    label: z.text(20),
    kind: z.enum(FIELD_KINDS),
    isRequired: z.boolean(),
    choices: z.array(z.text(20)).max(12),
  })
const bound = () => z.number().int().min(-1_000_000).max(1_000_000).nullable()
const standard = () =>
  z.object({
    kind: z.enum(STANDARD_KINDS),
    field: z.optionalText(8),
    min: bound(),
    max: bound(),
    allowed: z.array(z.text(40)).max(34),
  })
const task = () =>
  z.object({
    key: z.string().regex(/^t\d{1,3}$/),
    kind: z.enum(WELCOME_KINDS),
    title: z.text(30),
  })
const drive = () =>
  z.object({
    name: z.text(20),
    target: z.number().int().min(1).max(100_000),
    fromOn: z.date(),
    toOn: z.date(),
  })
const recruitTerms = () =>
  z.object({
    headline: z.text(30),
    forWhom: z.text(200),
    offer: z.text(200),
    fields: z.array(field()).max(12),
    standards: z.array(standard()).max(12),
    reapplyDays: z.number().int().min(0).max(365),
    drive: drive().nullable(),
    tasks: z.array(task()).max(6),
  })
const answer = () =>
  z.object({
    field: z.text(8),
    value: z.union([z.string().max(200), z.number(), z.boolean()]),
  })
/** A question beside its answer, in words. */
const answered = () => z.object({ label: z.string(), text: z.string() })

const agreementTerms = () =>
  z.object({
    title: z.text(30),
    rights: z.text(3000),
    pricePolicy: z.text(3000),
    territoryPolicy: z.text(3000),
    refundPolicy: z.text(3000),
    termDays: z.number().int().min(30).max(3650).nullable(),
  })
const signed = () =>
  z.object({
    version: z.number().int(),
    hash: z.string(),
    signedAt: z.moment(),
    expiresAt: z.moment().nullable(),
  })

/** What an application carries besides the name; both absent where the shop has no form. */
export const applicationAnswers = () => ({
  formVersion: z.number().int().min(0).default(0),
  answers: z.array(answer()).max(20).default([]),
})

export const recruitment = {
  'distributor.getRecruitment': action({
    summary: 'For whom distributing is, what the form asks, and when one may apply again.',
    who: ['shopper'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        /** 0: the shop asks for a name only. */
        formVersion: z.number().int(),
        headline: z.string(),
        forWhom: z.string(),
        offer: z.string(),
        fields: z.array(z.object({ ...field().shape, need: z.string() })),
        /** The first date on which one may apply again; null = now. */
        reapplyOn: z.date().nullable(),
        hasAgreement: z.boolean(),
      }),
  }),
  'distributor.getAgreement': action({
    summary: 'The agreement in force, to the letter, and how the caller stands with it.',
    who: ['shopper'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        status: distributorStatus().nullable(),
        state: signingState(),
        /** The moment from which no new customers are gained without signing; null = none. */
        lapsesAt: z.moment().nullable(),
        /** When the shop last asked them to sign; null = not since they signed. */
        remindedAt: z.moment().nullable(),
        agreement: z
          .object({
            version: z.number().int(),
            title: z.string(),
            text: z.string(),
            hash: z.string(),
            termDays: z.number().int().nullable(),
            publishedAt: z.moment(),
          })
          .nullable(),
        signed: signed().nullable(),
        exit: z
          .object({ at: z.moment(), by: z.enum(['self', 'shop']), reason: z.string() })
          .nullable(),
      }),
  }),
  'distributor.signAgreement': action({
    summary: 'Signs the text that was read to its end; whoever was approved is a distributor then.',
    who: ['shopper'],
    kind: 'set',
    input: () =>
      z.object({
        version: z.number().int().min(1),
        hash: z.string().regex(/^[0-9a-f]{64}$/),
        isReadToEnd: z.literal(true),
      }),
    output: () => z.object({ status: distributorStatus(), signedAt: z.moment() }),
  }),
  'distributor.getWelcome': action({
    summary: 'What a newcomer is asked to do first, and what of it is done.',
    who: ['distributor'],
    kind: 'read',
    input: () => none(),
    output: () => z.object({ tasks: z.array(z.object({ ...task().shape, isDone: z.boolean() })) }),
  }),
  'distributor.finishTask': action({
    summary: "Ticks one of the owner's own welcome tasks.",
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ key: z.string().regex(/^t\d{1,3}$/) }),
    output: () => none(),
  }),
  'distributor.leave': action({
    summary: 'Ends it from the side of the distributor; what was earned stays theirs.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ reason: z.text(200) }),
    output: () => none(),
  }),
  'owner.getRecruitment': action({
    summary: 'What is asked of applicants, and how far the recruit plan is.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        version: z.number().int(),
        publishedAt: z.moment().nullable(),
        terms: recruitTerms(),
        /** In Shanghai, by the server's clock. */
        today: z.date(),
        waiting: z.number().int(),
        /** Approved people who have not signed yet. */
        toSign: z.number().int(),
        /** Within the dates of the plan; null without one. */
        progress: z.object({ applied: z.number().int(), admitted: z.number().int() }).nullable(),
      }),
  }),
  'owner.publishRecruitment': action({
    summary: 'Sets form, standards, plan and welcome; neither a fee nor a purchase can be asked.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        /** The version that was changed: somebody else's newer one is never overwritten. */
        basedOn: z.number().int().min(0),
        terms: recruitTerms(),
      }),
    output: () => z.object({ version: z.number().int() }),
  }),
  'owner.listApplications': action({
    summary: 'Applications that wait, oldest first, with what was answered.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () =>
      z.pageOf(
        z.object({
          id: z.id(),
          name: z.string(),
          inviterName: z.string().nullable(),
          appliedAt: z.moment(),
          /** How often this person has applied. */
          round: z.number().int(),
          answers: z.array(answered()),
        }),
      ),
  }),
  'owner.getAgreement': action({
    summary: 'The agreement in force, earlier versions, and how many have signed.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        version: z.number().int(),
        terms: agreementTerms().nullable(),
        text: z.string().nullable(),
        hash: z.string().nullable(),
        signByOn: z.date().nullable(),
        /** In Shanghai, by the server's clock. */
        today: z.date(),
        publishedAt: z.moment().nullable(),
        people: z.object({ admitted: z.number().int(), signed: z.number().int() }),
        history: z.array(
          z.object({
            version: z.number().int(),
            title: z.string(),
            publishedAt: z.moment(),
            signByOn: z.date(),
          }),
        ),
      }),
  }),
  'owner.publishAgreement': action({
    summary: 'Publishes a new version; who signed an earlier one signs again by a date.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        basedOn: z.number().int().min(0),
        terms: agreementTerms(),
        /** Last date, inclusive, for who is a distributor already. */
        signByOn: z.date(),
      }),
    output: () => z.object({ version: z.number().int(), hash: z.string() }),
  }),
  'owner.endDistributor': action({
    summary: 'Ends it from the side of the shop, with a reason; what was earned stays theirs.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ distributorId: z.id(), reason: z.text(200) }),
    output: () => none(),
  }),
}
