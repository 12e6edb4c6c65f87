// 谁还没签: the agreement's versions as they were published, and who still has to sign the one in force.
import { action } from '../action'
import * as z from '../schema'
import { distributorStatus, none } from './views'

/** none: nothing to sign. to-sign, to-renew: in time. lapsed: no new customers until it is signed. */
export const signingState = () => z.enum(['none', 'signed', 'to-sign', 'to-renew', 'lapsed'])

const why = () => z.enum(['never', 'older', 'ending'])

export const signing = {
  'owner.getAgreementVersion': action({
    summary: 'A version of the agreement to the letter, and how many have signed it last.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ version: z.number().int().min(1) }),
    output: () =>
      z.object({
        version: z.number().int(),
        title: z.string(),
        text: z.string(),
        hash: z.string(),
        signByOn: z.date(),
        publishedAt: z.moment(),
        publishedByName: z.string(),
        signed: z.number().int(),
      }),
  }),
  'owner.listUnsigned': action({
    summary: 'Distributors who have to sign: never signed, an older version, or a term that ends.',
    who: ['owner'],
    kind: 'read',
    input: () =>
      z.object({
        /** Absent: the first of them that somebody stands under. */
        why: why().optional(),
        cursor: z.cursor(),
      }),
    output: () =>
      z.object({
        ...z.pageOf(
          z.object({
            id: z.id(),
            name: z.string(),
            status: distributorStatus(),
            state: signingState(),
            /** From when no new customers are gained without signing; null = none. */
            lapsesAt: z.moment().nullable(),
            signedVersion: z.number().int().nullable(),
            signedAt: z.moment().nullable(),
            /** When the shop reminded them last, since they signed; null = not yet. */
            remindedAt: z.moment().nullable(),
            /** On this Shanghai date already: not again today. */
            isRemindedToday: z.boolean(),
          }),
        ).shape,
        why: why(),
      }),
  }),
  'owner.remindToSign': action({
    summary: 'Puts a word from the shop on a distributor’s centre; once a day.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ distributorId: z.id() }),
    output: () => none(),
  }),
} as const
