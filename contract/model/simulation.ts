// 试算: a plan replayed over real orders of some days, page by page, and what it would have changed.
import type { Bps, Fen } from '../money'
import type { PlanRules } from './distribution'

export const SIMULATION_STATUSES = ['running', 'done', 'failed'] as const
export type SimulationStatus = (typeof SIMULATION_STATUSES)[number]

/** Net fen after refunds: what the plan would have paid, and what was really accrued. */
export interface ComparedRow {
  /** A level, a tier, a rule's name or a distributor's id. */
  readonly key: string
  readonly draftFen: Fen
  readonly realFen: Fen
}

export interface ComparedSku {
  readonly skuId: string
  readonly productId: string
  /** Units and fen that were not given back. */
  readonly keptUnits: number
  readonly keptFen: Fen
  readonly draftFen: Fen
  readonly realFen: Fen
}

/** What has been added up so far. */
export interface Comparison {
  readonly orders: number
  readonly lines: number
  readonly baseFen: Fen
  readonly refundedFen: Fen
  readonly draftFen: Fen
  readonly realFen: Fen
  /** Lines on which the cap bit, and what it took from both levels before refunds. */
  readonly cappedLines: number
  readonly cutFen: Fen
  readonly byLevel: readonly ComparedRow[]
  readonly byTier: readonly ComparedRow[]
  readonly byRule: readonly ComparedRow[]
  readonly byMember: readonly ComparedRow[]
  readonly bySku: readonly ComparedSku[]
  /** Versions by which the real commissions were paid. */
  readonly realVersions: readonly string[]
}

/** A product's margin after commissions: (kept − cost − commissions) / kept, in bps, rounded down; may be negative. */
export interface ProductMargin {
  readonly productId: string
  readonly draftBps: number
  readonly realBps: number
}

/** `_id` = sim_{suffix from who asked and request id}. */
export interface Simulation {
  readonly _id: string
  readonly planId: string
  /** The rules as they were when it began: the draft may be changed meanwhile. */
  readonly rules: PlanRules
  /** Orders paid on these Shanghai dates, both included. */
  readonly from: string
  readonly to: string
  /** What commissions may cost in all, and what a product must leave: lines drawn by the owner, for the result. */
  readonly budgetBps: Bps
  readonly floorBps: Bps
  readonly status: SimulationStatus
  /** Counts the pages that were added: of two who add the same page one finds it added. */
  readonly step: number
  /** Where the next page begins: a moment of payment, and how many orders of that very moment are in. */
  readonly cursor: { readonly paidAt: number; readonly seen: number }
  readonly ordersTotal: number
  readonly compared: Comparison
  /** Of products whose costs are known, once it is done. */
  readonly margins: readonly ProductMargin[]
  readonly startedAt: number
  readonly startedBy: string
  readonly advancedAt: number
  readonly finishedAt: number | null
  readonly payloadHash: string
}
