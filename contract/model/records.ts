// The house's own records: remembered requests, outbox, daily figures, audit trail, message centre.
import type { Fen } from '../money'

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
  readonly asOf: number
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
