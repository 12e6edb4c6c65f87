// Running figures: what is summed up per distributor by day, and per distributor over months, weeks and all time.
import type { Fen } from '../money'

/**
 * What one distributor brought about in a span. Everything belongs to the day on which it began (payment, accrual,
 * visit …) and says what is left of it now: a later refund, receipt or settlement changes the figures of that day.
 */
export interface DistributorSums {
  /** Paid for goods by customers credited to them, less what was given back; without shipping and own purchases. */
  readonly salesFen: Fen
  /** The part of the sales that has been received. */
  readonly receivedFen: Fen
  readonly refundedFen: Fen
  /** Sales of the direct downline. */
  readonly teamSalesFen: Fen
  /** Orders behind the sales that were not given back whole. */
  readonly orders: number
  /** People who became their customers for the first time, by their own doing. */
  readonly newCustomers: number
  /** Different people who opened one of their shares for the first time. */
  readonly visitors: number
  /** Accrued at both levels, less what was reversed or clawed back. */
  readonly commissionFen: Fen
  /** The part of the commission that has settled. */
  readonly settledFen: Fen
  /** Members they invited who were admitted. */
  readonly newMembers: number
  /** Level-2 commissions that their sales brought whoever invited them, less what was reversed or clawed back. */
  readonly broughtFen: Fen
  /** Shares they made that they had never made before: the same goods on the same channel is the same share. */
  readonly shares: number
}

/** `_id` = {distributorId}:{Shanghai date}: set (never added to) by recomputing it from facts. */
export interface DistributorDay extends DistributorSums {
  readonly _id: string
  readonly distributorId: string
  readonly on: string
  /** When it last came out different, ms. */
  readonly asOf: number
}

/** What a week's rank list needs. */
export type WeekSums = Pick<DistributorSums, 'salesFen' | 'commissionFen' | 'newCustomers'>

/** One distributor's days folded. `_id` = the distributor's id; whoever never did anything has none. */
export interface DistributorFigures {
  readonly _id: string
  readonly ever: DistributorSums
  /** By Shanghai month, up to the newest with anything in it and twelve before; the other months are in `ever` only. */
  readonly months: Readonly<Record<string, DistributorSums>>
  /** By the Monday of the week, up to the newest with anything in it and four before. */
  readonly weeks: Readonly<Record<string, WeekSums>>
  /** The newest date on which they did something of their own (isLivelyDay); absent while there is none. */
  readonly livelyOn?: string
  /** When they last came out different, ms: what follows from figures goes on from here. */
  readonly changedAt: number
}

/**
 * Running figures as they are stored: each span one text, its numbers in the order of their fields. A check of
 * everybody reads them all, and a driver that looks at every number of a document takes ten times as long.
 */
export interface StoredFigures {
  readonly _id: string
  readonly ever: string
  readonly months: Readonly<Record<string, string>>
  readonly weeks: Readonly<Record<string, string>>
  readonly livelyOn?: string
  /** Of `ever`, in clear: lists are in its order. Absent in what was written before. */
  readonly salesFen?: number
  readonly changedAt: number
}

export const FACT_SOURCES = [
  'booked',
  'received',
  'accrued',
  'settled',
  'visited',
  'bound',
  'replaced',
  'admitted',
  'shared',
] as const
/** Kinds of facts that change figures, each found by the server's own moment of writing it. */
export type FactSource = (typeof FACT_SOURCES)[number]

/** How far the facts have been summed up. */
export interface AggregateCursor {
  readonly _id: 'aggregates'
  /** Up to when each kind of fact has surely been seen, ms. */
  readonly seen: Readonly<Record<FactSource, number>>
  /** Every fact written before this moment is in the figures, ms; what pages show as "as of". */
  readonly asOf: number
}
