// 顾客争议: two distributors claim one customer; what each says and shows, and what the shop decided why.
import { DAY_MS } from '../time'

/** raised: the other side may still answer. answered: it did. The rest are ends. */
export const DISPUTE_STATUSES = ['raised', 'answered', 'upheld', 'dismissed', 'withdrawn'] as const
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number]

/** upheld: the customer is the claimant's from now on. dismissed: they stay whose they are. */
export const DISPUTE_OUTCOMES = ['upheld', 'dismissed'] as const

/** yield: the other side lets the customer go; the shop still decides. */
export const DISPUTE_STANCES = ['keep', 'yield'] as const
export type DisputeStance = (typeof DISPUTE_STANCES)[number]

/** Characters, pictures; how many of a claimant's may be open; how long the other side has for an answer, ms. */
export const DISPUTE_LIMITS = {
  words: 500,
  pictures: 6,
  open: 5,
  answerMs: 3 * DAY_MS,
  reason: 200,
} as const

/** What one side says, never altered. */
export interface DisputeStatement {
  readonly words: string
  /** cloud:// file ids. */
  readonly pictures: readonly string[]
  readonly at: number
}

/**
 * `_id` = dsp_{from claimant, customer and the moment of the binding they dispute}: one claim for one binding. Nothing
 * is held back meanwhile: links bind by the rules, and orders are credited to whom the customer belongs to.
 */
export interface Dispute {
  readonly _id: string
  readonly customerId: string
  /** As they were called then. */
  readonly customerName: string
  readonly claimantId: string
  readonly claimantName: string
  /** Whose customer it was when the claim was raised. */
  readonly holderId: string
  readonly holderName: string
  readonly status: DisputeStatus
  /** True while it waits for somebody: what open ones are found by. */
  readonly isOpen: boolean
  readonly raisedAt: number
  /** Of the request that raised it: the same one repeated is no second claim. */
  readonly requestId: string
  /** Until when the shop waits for the other side, ms. */
  readonly answerBy: number
  readonly claim: DisputeStatement
  readonly answer: (DisputeStatement & { readonly stance: DisputeStance }) | null
  readonly decision: {
    readonly by: string
    readonly name: string
    readonly reason: string
    /** Whether the customer changed hands by it: not, where they were the claimant's already. */
    readonly isMoved: boolean
  } | null
  /** When it was decided or withdrawn. */
  readonly endedAt: number | null
}
