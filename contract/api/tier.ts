// 等级: the tiers an owner sets, what a member has reached and what is missing, and every change with its figures.
import { action } from '../action'
import * as z from '../schema'
import { MAX_PERKS, MAX_PERK_LENGTH, TIER_CAUSES, TIER_MEASURES, TIER_WINDOWS } from '../model/tier'
import { creditView } from './credit-views'
import { none, tier } from './views'

const condition = () =>
  z.object({
    measure: z.enum(TIER_MEASURES),
    window: z.enum(TIER_WINDOWS),
    /** Fen for sales, else a count. */
    atLeast: z.amount(),
  })
const need = () => z.enum(['all', 'any'])
const tierRule = () =>
  z.object({
    key: tier(),
    name: z.text(6),
    need: need(),
    conditions: z.array(condition()),
    memberOffBps: z.rate().optional(),
    perks: z.array(z.text(MAX_PERK_LENGTH)).max(MAX_PERKS).optional(),
  })
const keepPolicy = () =>
  z.object({
    check: z.enum(['monthly', 'never']),
    graceMonths: z.number().int().min(0).max(6),
    demoteTo: z.enum(['one-step', 'figures']),
  })

/** A condition beside what somebody has; a refund can make a month's sum negative only by a mistake. */
const figure = () =>
  z.object({
    measure: z.enum(TIER_MEASURES),
    window: z.enum(TIER_WINDOWS),
    atLeast: z.amount(),
    value: z.flow(),
  })
const step = () => z.object({ tier: tier(), need: need(), figures: z.array(figure()) })
const change = () =>
  z.object({
    id: z.string(),
    at: z.moment(),
    from: tier(),
    to: tier(),
    cause: z.enum(TIER_CAUSES),
    month: z.month(),
    need: need(),
    figures: z.array(figure()),
    reason: z.string().nullable(),
    heldUntilOn: z.date().nullable(),
  })
const hold = () => z.object({ reason: z.string(), untilOn: z.date().nullable() })
/** A tier as everybody may see it; the bonus comes from the plan in force. */
const offeredTier = () =>
  z.object({
    key: tier(),
    name: z.string(),
    need: need(),
    conditions: z.array(condition()),
    bonusBps: z.array(z.rate()),
    /** Taken off what a member buys for themselves; 0 = nothing. */
    memberOffBps: z.rate(),
    perks: z.array(z.string()),
  })

/** A change that moved somebody to the tier they are in now, and what that tier brings. */
export const tierNews = () =>
  z.object({
    ...change().shape,
    bonusBps: z.array(z.rate()),
    memberOffBps: z.rate(),
    perks: z.array(z.string()),
  })

const standing = () =>
  z.object({
    tier: tier(),
    /** Set while the tier is held by hand. */
    hold: hold().nullable(),
    /** Months missed in a row so far. */
    missed: z.number().int(),
    next: step().nullable(),
    keep: step().nullable(),
    month: z.month(),
    /** Every fact before this moment is in the figures. */
    asOf: z.moment(),
  })

export const tiers = {
  'distributor.getTier': action({
    summary: "The caller's tier, what is missing to the next, what each tier brings.",
    who: ['distributor'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        ...standing().shape,
        tiers: z.array(offeredTier()),
        keepPolicy: keepPolicy(),
        /** The caller's own; null until the first grading after admission. */
        credit: creditView().nullable(),
      }),
  }),
  'distributor.listTierChanges': action({
    summary: "What happened to the caller's tier, newest first, with the figures that decided.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () => z.pageOf(change()),
  }),
  'distributor.closeTierNews': action({
    summary: 'The caller has seen what happened to their tier; newer news stays.',
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ changeId: z.id() }),
    output: () => none(),
  }),
  'owner.getTiers': action({
    summary: 'The tiers in force, how many people are in each, and what can be asked for.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        /** 0 until the owner sets tiers for the first time. */
        version: z.number().int(),
        publishedAt: z.moment().nullable(),
        tiers: z.array(z.object({ ...offeredTier().shape, members: z.number().int() })),
        keep: keepPolicy(),
        measures: z.array(z.enum(TIER_MEASURES)),
        /** Whether everybody is being checked by these tiers right now. */
        isChecking: z.boolean(),
      }),
  }),
  'owner.publishTiers': action({
    summary:
      'Sets the tiers from now on; a headcount never unlocks pay. Everybody is checked by them soon.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        /** The version that was changed: somebody else's newer one is never overwritten. */
        basedOn: z.number().int().min(0),
        tiers: z.array(tierRule()),
        keep: keepPolicy(),
      }),
    output: () => z.object({ version: z.number().int() }),
  }),
  'owner.getTierOf': action({
    summary: "A distributor's tier with its figures and its latest changes.",
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ distributorId: z.id() }),
    output: () => z.object({ name: z.string(), ...standing().shape, changes: z.array(change()) }),
  }),
  'owner.setTier': action({
    summary: "Holds a distributor's tier by hand, with a reason, until a date or until released.",
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        distributorId: z.id(),
        tier: tier(),
        reason: z.text(200),
        /** Last date of it, inclusive; absent = until released. */
        untilOn: z.date().optional(),
      }),
    output: () => none(),
  }),
  'owner.releaseTier': action({
    summary: 'Ends a hold: the tier goes to what the figures give.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ distributorId: z.id(), reason: z.text(200) }),
    output: () => z.object({ tier: tier() }),
  }),
}
