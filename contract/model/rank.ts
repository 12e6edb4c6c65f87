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

/** What some members add to a list. */
export interface RankTally {
  /** The first of them. */
  readonly top: readonly { readonly distributorId: string; readonly value: number }[]
  /** A line for each value that occurs: it, and how many have it. */
  readonly values: string
}

/** A page of members, kept until the last page is there. `_id` = part:{number from 0}. */
export interface RankPart {
  readonly _id: string
  /** The page began after this id, and ended with that one. */
  readonly after: string
  readonly last: string
  /** By list id. */
  readonly lists: Readonly<Record<string, RankTally>>
}

/** From what lists are made: when none of it changes they stay as they are. */
export interface RankBasis {
  readonly on: string
  readonly newestChange: number
  readonly excluded: readonly string[]
  /** Every fact before this moment is in the lists, ms; 0 before there are any. */
  readonly asOf: number
}

/** From what the lists were made, and how far making them anew has come. */
export interface RankCursor extends RankBasis {
  readonly _id: 'ranks'
  /** Absent while none is under way. */
  readonly sweep?: RankBasis & { readonly parts: number }
}
