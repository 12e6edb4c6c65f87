// 分享: codes, opening them, their funnel, and whose customer somebody is.
import { action } from '../action'
import { SHARE_GONE } from '../model/distribution'
import * as z from '../schema'
import { ATTRIBUTION_CAUSES } from '../model/distribution'
import { distributorStatus, none, shareChannel } from './views'

const shareTarget = () =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('product'), productId: z.id() }),
    z.object({ kind: z.literal('campaign'), campaignId: z.id() }),
    z.object({ kind: z.literal('shop') }),
    z.object({ kind: z.literal('invitation') }),
  ])

const openedShare = () =>
  z.object({
    /** Where it leads; the shop when what it was made for is not there (any more, or yet). */
    target: shareTarget(),
    sharerName: z.string(),
    /** Whether the caller is the sharer's customer now. */
    isBound: z.boolean(),
    /** The caller had opened this share before: the phone counts it, the server doesn't. */
    isRepeat: z.boolean().optional(),
    /** The product it was made for is off the shelf, or the campaign doesn't run. */
    isTargetGone: z.boolean().optional(),
    /** Why, and of what: for a friendly word. `startAt` of a campaign that is still to come. */
    gone: z
      .object({ why: z.enum(SHARE_GONE), title: z.string(), startAt: z.moment().nullable() })
      .nullable()
      .optional(),
  })

const sums = {
  opens: z.number().int(),
  visits: z.number().int(),
  visitors: z.number().int(),
  newCustomers: z.number().int(),
  orders: z.number().int(),
  paidFen: z.amount(),
}
const funnelRow = () => z.object({ key: z.string(), name: z.string(), ...sums })
const range = () => z.enum(['7d', '30d', '90d'])
const funnel = {
  from: z.date(),
  to: z.date(),
  /** Facts before this moment are in it; null while nothing was summed up yet. */
  asOf: z.moment().nullable(),
  total: z.object(sums),
  /** Oldest first; days without anything are there too. */
  days: z.array(z.object({ on: z.date(), ...sums })),
  targets: z.array(funnelRow()),
  channels: z.array(z.object({ key: shareChannel(), ...sums })),
}

const attributionCause = () => z.enum(ATTRIBUTION_CAUSES)

export const share = {
  'distributor.createShare': action({
    summary:
      'A short code and path for a product, a campaign, the shop or an invitation; it stays the same.',
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ target: shareTarget(), channel: shareChannel() }),
    output: () =>
      z.object({
        shareCode: z.string(),
        /** For a card: page path with the code as query. */
        path: z.string(),
        title: z.string(),
        picture: z.string(),
        sharerName: z.string(),
      }),
  }),
  'distributor.drawShareCode': action({
    summary: 'The mini-program code of a share, as a PNG or JPEG data URI, for a poster.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ shareCode: z.text(32) }),
    output: () => z.object({ image: z.string() }),
  }),
  'mall.openShare': action({
    summary:
      'Opens a share: counts the visit once, binds the visitor by the rule, says where it leads.',
    who: ['shopper'],
    kind: 'set',
    greets: false,
    input: () => z.object({ shareCode: z.text(32) }),
    output: openedShare,
  }),
  'mall.recordOpens': action({
    summary:
      'Opens that a phone gathered of shares its person had opened before; others are left out.',
    who: ['shopper'],
    kind: 'fact',
    greets: false,
    input: () =>
      z.object({
        opens: z
          .array(z.object({ shareCode: z.text(32), count: z.number().int().min(1).max(50) }))
          .min(1)
          .max(20),
      }),
    /** How many opens were kept. */
    output: () => z.object({ count: z.number().int() }),
  }),
  'mall.enterShareCode': action({
    summary:
      'Types in the code of whoever sent the caller, after a lost link: binds who is nobody’s customer yet.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ code: z.text(40) }),
    /** `shareCode`: as it was read. */
    output: () => openedShare().extend({ shareCode: z.string() }),
  }),
  'distributor.getFunnel': action({
    summary: "The funnel of the caller's shares by day, share, target and channel.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ range: range() }),
    output: () => z.object({ ...funnel, shares: z.array(funnelRow()) }),
  }),
  'owner.getFunnel': action({
    summary: 'The funnel of all shares by day, distributor, target and channel.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ range: range() }),
    output: () => z.object({ ...funnel, members: z.array(funnelRow()) }),
  }),
  'owner.listCustomers': action({
    summary: "A distributor's customers, the latest bound first.",
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ distributorId: z.id(), cursor: z.cursor() }),
    output: () =>
      z.object({
        distributor: z.object({ id: z.id(), name: z.string(), status: distributorStatus() }),
        customers: z.pageOf(
          z.object({
            id: z.id(),
            name: z.string(),
            boundAt: z.moment(),
            /** Null: never. */
            expireAt: z.moment().nullable(),
            isExpired: z.boolean(),
            /** Their distributor left after binding them: they are nobody's customer now. */
            isReleased: z.boolean(),
            isPurchased: z.boolean(),
          }),
        ),
      }),
  }),
  'owner.getCustomerHistory': action({
    summary: 'Whose customer somebody has been and why it changed, newest first.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ memberId: z.id(), cursor: z.cursor() }),
    output: () =>
      z.pageOf(
        z.object({
          id: z.string(),
          at: z.moment(),
          fromName: z.string().nullable(),
          toName: z.string(),
          cause: attributionCause(),
          /** The customer typed the code in. */
          isTyped: z.boolean(),
          channel: shareChannel().nullable(),
          /** Of a move: who did it and why. */
          movedBy: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
  }),
  'owner.moveCustomer': action({
    summary:
      'Makes a customer somebody else’s, with a reason; orders already placed stay where they are.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ memberId: z.id(), distributorId: z.id(), reason: z.text(200) }),
    output: () => none(),
  }),
} as const
