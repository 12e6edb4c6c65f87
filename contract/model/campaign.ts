// 活动: some goods under one title and cover, between two moments; what it pays is the commission plan's to say.

export const CAMPAIGN_STATUSES = ['draft', 'published', 'withdrawn'] as const
/** What the owner decided; whether a published one has begun or ended is for the clock to say. */
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number]

export const CAMPAIGN_STATES = ['draft', 'to-come', 'running', 'ended', 'withdrawn'] as const
/** What a campaign is at a moment. */
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/** How many products one campaign may show. */
export const CAMPAIGN_PRODUCTS = 50

/** `_id` = cmp_…; a plan's override of scope `campaign` may carry the same id, with days and goods of its own. */
export interface Campaign {
  readonly _id: string
  readonly title: string
  readonly intro: string
  /** The cover: a cloud:// file id or an https URL; empty while it is a draft without one. */
  readonly picture: string
  /** In the order in which they are shown. */
  readonly productIds: readonly string[]
  /** From this moment (ms) up to, not including, `endAt`. */
  readonly startAt: number
  readonly endAt: number
  readonly status: CampaignStatus
  /** Grows with each change: who edits an older one is told so. */
  readonly revision: number
  readonly createdAt: number
  readonly updatedAt: number
  /** When it was last published; null before the first time. */
  readonly publishedAt: number | null
}
