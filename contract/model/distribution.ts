// Distribution: shares, attribution, the commission plan, and commissions with their explanation.
import type { Bps, Fen } from '../money'
import type { BindingRule, TierKey } from './shop'

export const SHARE_CHANNELS = ['friend', 'timeline', 'poster', 'group', 'text'] as const
export type ShareChannel = (typeof SHARE_CHANNELS)[number]
/** Why a share leads to the shop instead of what it was made for. */
export const SHARE_GONE = [
  'product-off-shelf',
  'campaign-to-come',
  'campaign-ended',
  'campaign-withdrawn',
] as const
export type ShareGone = (typeof SHARE_GONE)[number]

export type ShareTarget =
  | { readonly kind: 'product'; readonly productId: string }
  | { readonly kind: 'campaign'; readonly campaignId: string }
  | { readonly kind: 'shop' }
  /** The recruit page: whoever applies there is invited by the sharer. */
  | { readonly kind: 'invitation' }

/** `_id` is the share code: at most 10 characters, fits WeChat's scene. The same share has the same code. */
export interface Share {
  readonly _id: string
  readonly distributorId: string
  readonly target: ShareTarget
  readonly channel: ShareChannel
  readonly createdAt: number
}

/** One visitor of one share. `_id` = {shareCode}:{memberId}, so that opening again adds nothing. */
export interface Visit {
  readonly _id: string
  readonly shareCode: string
  readonly distributorId: string
  readonly memberId: string
  readonly visitedAt: number
}

/** A code that somebody typed in. `_id` = {memberId}:{Shanghai date}:{1 to 10}: a place of the day's few. */
export interface TypedCode {
  readonly _id: string
  readonly memberId: string
  readonly code: string
  readonly at: number
}

/** Whose customer a member is. `_id` is the customer's member id. */
export interface Attribution {
  readonly _id: string
  readonly distributorId: string
  readonly shareCode: string | null
  /** The policy it was made under, which it keeps: also when a purchase renews it. */
  readonly rule: BindingRule
  /** Both absent in what was written before they were kept: then what the shop was opened with holds. */
  readonly expireDays?: number
  readonly protectDays?: number
  readonly boundAt: number
  /** null = never. */
  readonly expireAt: number | null
  readonly isPurchased: boolean
  /** The change that made it. It stays here until another takes its place, and is put among the changes then. */
  readonly change?: AttributionChange
}

/** released: the distributor before had left. */
export const ATTRIBUTION_CAUSES = [
  'first-bind',
  'replaced',
  'expired-then-bound',
  'released-then-bound',
  'moved-by-owner',
  'dispute-decided',
] as const
/**
 * What changed in an attribution and why: never altered. A customer's newest stands on the attribution, those before
 * it are documents of their own.
 */
export interface AttributionChange {
  readonly _id: string
  readonly memberId: string
  readonly from: string | null
  readonly to: string
  readonly cause: (typeof ATTRIBUTION_CAUSES)[number]
  readonly at: number
  /** When another took its place and it was put among the changes, ms; absent on the attribution. */
  readonly replacedAt?: number
  /** The share it came through; null for a move, absent in what was written before it was kept. */
  readonly shareCode?: string | null
  /** True when the code was typed in by the customer instead of opened. */
  readonly isTyped?: boolean
  /** Of a move and of a decided dispute: which of the staff, and why. */
  readonly move?: { readonly by: string; readonly name: string; readonly reason: string }
}

export type Level = 1 | 2
/** Level 1, then (if there is one) level 2: a third does not exist. */
export type LevelRates = readonly [Bps] | readonly [Bps, Bps]

export type PlanOverride =
  | {
      readonly scope: 'campaign'
      readonly id: string
      readonly productIds: readonly string[]
      /** ISO 8601 with Z or an offset. */
      readonly from: string
      readonly to: string
      readonly rateBps: LevelRates
    }
  | {
      readonly scope: 'sku' | 'product' | 'category'
      readonly id: string
      readonly rateBps: LevelRates
    }

/** What a plan says: the same shape as the simulator's plan.json. */
export interface PlanRules {
  readonly version: string
  readonly profile: 'china'
  readonly rateBps: LevelRates
  readonly tierBonusBps: Readonly<Record<string, LevelRates>>
  readonly overrides: readonly PlanOverride[]
  readonly capBps: Bps
  readonly selfPurchase: 'none' | 'self'
  readonly freezeDays: number
}

export const PLAN_STATUSES = [
  'draft',
  'validated',
  'simulated',
  'published',
  'superseded',
  'withdrawn',
] as const
/** `published` from publication until another takes over, also while its moment is still to come. */
export type PlanStatus = (typeof PLAN_STATUSES)[number]

/** A version of the commission plan; its rules never change once published. */
export interface CommissionPlan {
  readonly _id: string
  readonly status: PlanStatus
  readonly rules: PlanRules
  readonly createdAt: number
  /** When the guard passed these very rules; null before. */
  readonly validatedAt: number | null
  /** The finished simulation of these very rules; null when there is none. */
  readonly simulationId: string | null
  readonly publishedAt: number | null
  readonly publishedBy: string | null
  /** From when orders are paid by it; null until published. */
  readonly effectiveAt: number | null
}

export type RuleScope = 'campaign' | 'sku' | 'product' | 'category' | 'plan'

/** Why a line paid what it paid: enough to recompute the amount from these steps alone. */
export type ExplanationStep =
  | {
      readonly step: 'base'
      readonly unitPriceFen: Fen
      readonly quantity: number
      readonly discountFen: Fen
      readonly baseFen: Fen
    }
  | {
      readonly step: 'rule'
      readonly matched: RuleScope
      readonly ruleId: string | null
      readonly skipped: readonly RuleScope[]
      readonly rateBps: Bps
    }
  | {
      readonly step: 'tier-bonus'
      readonly tier: string
      readonly bonusBps: Bps
      readonly totalBps: Bps
    }
  | {
      readonly step: 'amount'
      readonly baseFen: Fen
      readonly rateBps: Bps
      readonly amountFen: Fen
    }
  | {
      readonly step: 'cap'
      readonly capBps: Bps
      readonly capFen: Fen
      /** The amounts of level 1 and level 2 before the cap. */
      readonly wantedFen: readonly Fen[]
      readonly isCapped: boolean
      readonly amountFen: Fen
    }
  | {
      readonly step: 'refund'
      readonly refundId: string
      readonly baseLeftFen: Fen
      /** Level 1 and level 2 on that base, before the cap. */
      readonly wantedFen: readonly Fen[]
      readonly amountFen: Fen
      readonly reversedFen: Fen
    }

export interface CommissionLine {
  readonly line: number
  readonly title: string
  readonly baseFen: Fen
  readonly rateBps: Bps
  /** `campaign:K1`, `sku:S1`, `product:P2`, `category:C1` or `plan`. */
  readonly rule: string
  readonly amountFen: Fen
  readonly reversedFen: Fen
  readonly isCapped: boolean
  readonly steps: readonly ExplanationStep[]
}

export const COMMISSION_STATUSES = ['pending', 'settled', 'reversed'] as const
export type CommissionStatus = (typeof COMMISSION_STATUSES)[number]

/** What one beneficiary gets from one order at one level. `_id` = cm:{orderId}:{level}:{distributorId}. */
export interface Commission {
  readonly _id: string
  readonly orderId: string
  readonly distributorId: string
  readonly level: Level
  /** Of level 2: whose sale it came from; absent at level 1, where it is their own. */
  readonly sharerId?: string
  readonly tier: TierKey
  readonly planId: string
  readonly planVersion: string
  readonly buyerId: string
  readonly buyerName: string
  readonly lines: readonly CommissionLine[]
  readonly amountFen: Fen
  readonly reversedFen: Fen
  /** amount − reversed, over all lines. */
  readonly netFen: Fen
  readonly status: CommissionStatus
  readonly isHeld: boolean
  readonly accruedAt: number
  /** When it becomes available; null until the order is received. */
  readonly settleAt: number | null
  readonly settledAt: number | null
}
