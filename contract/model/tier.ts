// Tiers: what the owner asks for each of them, how they are kept, and what has happened to whom.
import type { Bps } from '../money'
import type { TierKey } from './shop'

export const TIER_MEASURES = [
  'own-sales',
  'team-sales',
  'paid-orders',
  'direct-members',
  'training-passed',
  'assessment-score',
] as const
export type TierMeasure = (typeof TIER_MEASURES)[number]

/** What an owner can choose today: training and assessment become measures when the shop has them. */
export const OFFERED_MEASURES = [
  'own-sales',
  'team-sales',
  'paid-orders',
  'direct-members',
] as const satisfies readonly TierMeasure[]
export type OfferedMeasure = (typeof OFFERED_MEASURES)[number]

export const TIER_WINDOWS = [
  'this-month',
  'last-month',
  'last-3-months',
  'last-6-months',
  'last-12-months',
  'ever',
] as const
/** Shanghai months; those of several months end with the running one. */
export type TierWindow = (typeof TIER_WINDOWS)[number]

export interface TierCondition {
  readonly measure: TierMeasure
  readonly window: TierWindow
  /** Fen for sales, else a count. */
  readonly atLeast: number
}

/** One tier as the owner defines it. Without conditions it is only given by hand; the first is everybody's. */
export interface TierRule {
  readonly key: TierKey
  readonly name: string
  readonly need: 'all' | 'any'
  readonly conditions: readonly TierCondition[]
  /** 会员价: taken off each unit that somebody of this tier buys for themselves; absent = nothing. */
  readonly memberOffBps?: Bps
  /** What else the tier brings, in the shop's own words, which the shop itself keeps; absent = nothing. */
  readonly perks?: readonly string[]
}

/** The most a member price may take off a unit. */
export const MAX_MEMBER_OFF_BPS = 5000
/** How many perks a tier may have, and how long each may be. */
export const MAX_PERKS = 5
export const MAX_PERK_LENGTH = 30

/** What happens to whoever no longer does what their tier asks, looked at when a month is over. */
export interface KeepPolicy {
  /** `never`: a tier once reached stays. */
  readonly check: 'monthly' | 'never'
  /** Months in a row that are missed with a warning only; the next one demotes. */
  readonly graceMonths: number
  /** One tier down, or to what the figures give. */
  readonly demoteTo: 'one-step' | 'figures'
}

export interface TierTerms {
  /** In the order of TIER_KEYS, from the lowest. */
  readonly tiers: readonly TierRule[]
  readonly keep: KeepPolicy
}

/** A published version; `_id` = tiers:{version}. Published terms never change. */
export interface TierVersion extends TierTerms {
  readonly _id: string
  readonly version: number
  readonly publishedAt: number
  readonly publishedBy: string
}

/** A condition beside what somebody has. */
export interface TierFigure extends TierCondition {
  readonly value: number
}

export const TIER_CAUSES = [
  'reached',
  'warned',
  'missed',
  'set-by-owner',
  'released',
  'hold-ended',
] as const
/** warned: the tier stays, a month was missed. missed: demoted. released, hold-ended: back to what the figures give. */
export type TierCause = (typeof TIER_CAUSES)[number]

/** Something that happened to a tier: append-only, with the figures that decided it. */
export interface TierChange {
  readonly _id: string
  readonly distributorId: string
  readonly at: number
  readonly from: TierKey
  readonly to: TierKey
  readonly cause: TierCause
  /** The version of the terms by which it was decided. */
  readonly version: number
  /** The month that was looked at. */
  readonly month: string
  readonly need: 'all' | 'any'
  readonly figures: readonly TierFigure[]
  /** The owner's words, and until which date (inclusive) a tier is held; null = until released. */
  readonly reason: string | null
  readonly heldUntilOn: string | null
}

/** A tier that the owner holds by hand: figures don't move it meanwhile. */
export interface TierHold {
  readonly reason: string
  readonly at: number
  /** Last date (inclusive); null = until released. */
  readonly untilOn: string | null
  /** The first moment after it; null = never. */
  readonly endsAt: number | null
}

/** How somebody stands with keeping their tier. */
export interface TierKeeping {
  /** The last month that was looked at and missed or made good. */
  readonly month: string
  /** Months missed in a row. */
  readonly missed: number
}

/** How far the members have been checked. */
export interface TierCursor {
  readonly _id: 'tiers'
  /** Figures that changed up to here have been checked, ms. */
  readonly seen: number
  /** The last month whose end was looked at for everybody. */
  readonly closedMonth: string
  /** The version up to which everybody was checked anew. */
  readonly version: number
  /** A pass over everybody that is under way: after whom it goes on. */
  readonly pass: TierPass | null
}
export interface TierPass {
  readonly kind: 'month-end' | 'new-terms'
  readonly month: string
  readonly version: number
  readonly after: string
}
