// The funnel of shares: what the phones tell of repeated opens, and the figures that a timer sets by day.
import type { Fen } from '../money'

/** Repeated opens that a phone gathered and sent in one piece. `_id` = {memberId}:{requestId}. */
export interface OpenBatch {
  readonly _id: string
  readonly memberId: string
  /** Of the shares opened, each once: finds the batch from a distributor. */
  readonly distributorIds: readonly string[]
  readonly opens: readonly {
    readonly shareCode: string
    readonly distributorId: string
    readonly count: number
  }[]
  /** When it came to the server, ms: the opens belong to that day. */
  readonly at: number
}

/** Each step belongs to the day on which it happened and is added up over days without counting anybody twice. */
export interface FunnelSums {
  /** Every opening, repeats included. */
  readonly opens: number
  /** First openings: one for a person and a share. */
  readonly visits: number
  /** People who came through anything of this group for the first time ever. */
  readonly visitors: number
  /** People who became a customer for the first time, by their own doing. */
  readonly newCustomers: number
  /** Paid orders. */
  readonly orders: number
  /** What those orders paid, shipping included, before refunds. */
  readonly paidFen: Fen
}

/** `key`: a share code, `product:{id}`, `campaign:{id}`, `shop` or `invitation`, a channel, or a distributor's id. */
export interface FunnelRow extends FunnelSums {
  readonly key: string
}

/** A distributor's day, or the whole shop's (`owner` is `shop`). `_id` = {owner}:{Shanghai date}; always set whole. */
export interface FunnelDay {
  readonly _id: string
  readonly owner: string
  readonly on: string
  readonly total: FunnelSums
  /** Of a distributor's shares; empty for the shop. */
  readonly shares: readonly FunnelRow[]
  readonly targets: readonly FunnelRow[]
  readonly channels: readonly FunnelRow[]
  /** Of the shop: its distributors; empty for a distributor. */
  readonly members: readonly FunnelRow[]
  /** Up to when facts are in it, ms. */
  readonly asOf: number
}

export const FUNNEL_SOURCES = ['visits', 'bound', 'replaced', 'orders', 'opens'] as const
export type FunnelSource = (typeof FUNNEL_SOURCES)[number]

/** How far the facts of each kind were looked through for days that need setting anew. */
export interface FunnelCursor {
  readonly _id: 'funnels'
  /** `from`: facts before this moment were seen; `page`: where to go on while there are more, else null. */
  readonly sources: Readonly<
    Partial<Record<FunnelSource, { readonly from: number; readonly page: string | null }>>
  >
  readonly asOf: number
}
