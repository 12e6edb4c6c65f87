// Rank lists: who sold, earned or won most in a week, a month or ever, computed by the timer and read as they are.
import type { TierKey } from './shop'

export const RANK_MEASURES = ['sales', 'commission', 'new-customers'] as const
export type RankMeasure = (typeof RANK_MEASURES)[number]
export const RANK_PERIODS = ['week', 'last-week', 'month', 'last-month', 'total'] as const
export type RankPeriod = (typeof RANK_PERIODS)[number]

export interface RankRow {
  readonly distributorId: string
  readonly name: string
  readonly tier: TierKey
  /** Fen, or people for new customers. */
  readonly value: number
  /** Whoever has the same value shares the place; the next one counts everybody before. */
  readonly place: number
}

/** The head of a list. `_id` = week:{Monday}:{measure}, month:{month}:{measure} or total:{measure}. */
export interface RankList {
  readonly _id: string
  readonly top: readonly RankRow[]
  /** How many are on the list: whoever has more than nothing. */
  readonly ranked: number
  /** The highest value of each document of steps. */
  readonly heads: readonly number[]
}

/** Places by value, so that anybody finds their own. `_id` = {list id}:{number}. */
export interface RankSteps {
  readonly _id: string
  /** Values from the highest, each once, with its place. */
  readonly steps: readonly { readonly value: number; readonly place: number }[]
}

/** From what the lists were made, so that they are made anew only when that changes. */
export interface RankCursor {
  readonly _id: 'ranks'
  readonly on: string
  readonly newestChange: number
  readonly excluded: readonly string[]
  /** Every fact before this moment is in the lists, ms. */
  readonly asOf: number
}
