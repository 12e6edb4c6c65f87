// The shop's own settings: one document, changed only by its owner.
import type { Fen } from '../money'
import type { AgreementInForce, RecruitVersion } from './recruitment'
import type { TaxRule } from './tax'
import type { TierVersion } from './tier'

export const TIER_KEYS = ['sprout', 'silver', 'gold', 'jade'] as const
export type TierKey = (typeof TIER_KEYS)[number]
export const TIER_NAMES: Readonly<Record<TierKey, string>> = {
  sprout: '新芽',
  silver: '银毫',
  gold: '金毫',
  jade: '玉露',
}

export const BINDING_RULES = [
  'first-touch',
  'last-touch',
  'protected-days',
  'permanent-after-purchase',
] as const
export type BindingRule = (typeof BINDING_RULES)[number]

export const MAX_SHOP_NAME_LENGTH = 20
/** 店铺寄语: as long as the home page's banner takes in three lines. */
export const MAX_MOTTO_LENGTH = 30

export interface BindingPolicy {
  readonly rule: BindingRule
  /** How long a binding lasts without a purchase. */
  readonly expireDays: number
  /** For `protected-days`: how long nobody else can take the customer over; at most `expireDays`. */
  readonly protectDays: number
}

/** 归属的天数: from the least to the most that an owner may set. */
export const BINDING_DAYS = { least: 1, most: 730 } as const

/** The last time an owner set the binding policy. */
interface BindingChange {
  /** Times it was set: of two savers the later is told. */
  readonly version: number
  readonly at: number
  /** The owner's member id, and their name at that moment. */
  readonly by: string
  readonly name: string
  readonly from: BindingPolicy
  /** What the shop was opened with: bindings made before they kept their own days go by it. */
  readonly opened: BindingPolicy
}

export interface ShippingPolicy {
  readonly feeFen: Fen
  /** Goods total from which shipping is free; null = never. */
  readonly freeFromFen: Fen | null
}

/** What WeChat transfers (商家转账): the least at once, and the most and how often to one person a day. */
export const TRANSFERS = {
  leastFen: 10 as Fen,
  dailyFen: 2_000_000 as Fen,
  dailyCount: 10,
} as const

export interface WithdrawalPolicy {
  readonly minFen: Fen
  readonly maxFen: Fen
  readonly dailyFen: Fen
  /** Withdrawals a day; those turned down or returned don't count. */
  readonly dailyCount: number
  /** Above this two people approve, neither of whom asked. */
  readonly fourEyesFen: Fen
  readonly feeFen: Fen
}

/** A published plan and from when orders are paid by it. */
export interface PlanTerm {
  readonly planId: string
  readonly version: string
  readonly effectiveAt: number
}

export interface Shop {
  readonly _id: 'shop'
  readonly name: string
  readonly motto: string
  readonly ownerId: string
  readonly claimedAt: number
  /** Owners dismissed so far, absent before the first: each dismissal writes it, so that two at once meet there. */
  readonly ownersDismissed?: number
  /** Times name, motto and limits were saved, absent before the first: of two savers the later is told. */
  readonly settingsSaved?: number
  /** Oldest first: the plan in force, those to come, and for a day what was before. Empty = nothing is paid. */
  readonly plans: readonly PlanTerm[]
  /** Plans published so far, absent before the first: the next draft is named by it, so that two savers make one. */
  readonly plansPublished?: number
  /** The tiers in force; absent until the owner sets some. */
  readonly tiers?: TierVersion
  /** What applicants are asked; absent until the owner sets it: then a name is enough. */
  readonly recruit?: RecruitVersion
  /** The agreement in force; absent until the owner publishes one: then nobody signs. */
  readonly agreement?: AgreementInForce
  /** For bindings from now on: each keeps the policy it was made under. */
  readonly binding: BindingPolicy
  /** Absent while the policy is what the shop was opened with. */
  readonly bindingChange?: BindingChange
  readonly shipping: ShippingPolicy
  readonly withdrawal: WithdrawalPolicy
  /** How tax is withheld, oldest rule first; the first holds from the shop's first month. */
  readonly tax: readonly TaxRule[]
  /** Minutes until an unpaid order closes by itself. */
  readonly payMinutes: number
  /** Days after shipping until an order counts as received. */
  readonly autoReceiptDays: number
  /** Days after receipt in which after-sales can be asked for. */
  readonly afterSaleDays: number
}
