// The house's own records: remembered requests, outbox, daily figures, audit trail, message centre.
import type { Bps, Fen } from '../money'

/** The remembered answer of a mutation. `_id` = {memberId}:{action}:{requestId}. */
export interface RequestRecord {
  readonly _id: string
  readonly inputHash: string
  readonly status: 'started' | 'done'
  readonly answer: string | null
  readonly at: number
}

/** Work that must happen after a commit, at least once. `_id` is derived from the fact that caused it. */
export interface OutboxRecord {
  readonly _id: string
  readonly kind: 'refund' | 'dispatch-withdrawal'
  readonly subjectId: string
  readonly status: 'due' | 'done' | 'set-aside'
  readonly dueAt: number
  readonly tries: number
  /** Failed tries since the last that did not fail; absent before the first. */
  readonly failures?: number
  readonly lastError: string | null
  readonly createdAt: number
}

/** The shop's figures of one Shanghai date, set (never added to) by recomputing. `_id` is the date. */
export interface ShopDay {
  readonly _id: string
  readonly salesFen: Fen
  readonly refundedFen: Fen
  readonly orders: number
  readonly buyers: number
  readonly visitors: number
  readonly commissionFen: Fen
  /** Everybody who earned that day, complete and packed as text: days add up exactly. Absent in older days. */
  readonly earners?: string
  /** Everything that sold that day, packed likewise. */
  readonly products?: string
  readonly asOf: number
}

/**
 * What waits for the staff: counted anew and set (never added to), by the timer and after each act of the staff that
 * moves a count.
 */
export interface DeskBoard {
  readonly _id: 'board'
  /** Sets so far: whoever counted from an older one counts again. */
  readonly turn: number
  readonly toShip: number
  readonly afterSales: number
  readonly applications: number
  /** Disputes about customers that are not decided; absent in a board set before they existed. */
  readonly disputes?: number
  readonly payouts: {
    readonly count: number
    readonly amountFen: Fen
    /** When the one that waits longest was asked for; null when none waits. */
    readonly oldestAt: number | null
  }
  /** The newest that are open. */
  readonly alerts: readonly { readonly id: string; readonly message: string; readonly at: number }[]
  /** Of the plan in force; null while there is none. */
  readonly capBps: Bps | null
  /** Everything written before this moment is counted, ms. */
  readonly countedAt: number
  /** Everything written before this moment is in the daily figures, ms. */
  readonly figuresAsOf: number
}

/** Who on the staff did what, when, with which input. */
export interface AuditRecord {
  readonly _id: string
  readonly action: string
  readonly memberId: string
  readonly name: string
  readonly at: number
  readonly subject: string | null
  readonly summary: string
}

/** A row that could not be worked on and was set aside, with the reason. */
export interface Alert {
  readonly _id: string
  readonly kind: string
  readonly subjectId: string
  readonly message: string
  readonly at: number
  readonly isOpen: boolean
  /** What was done about it, by whom; absent while it is open. */
  readonly closing?: {
    readonly by: string
    readonly name: string
    readonly at: number
    readonly note: string
  }
}
