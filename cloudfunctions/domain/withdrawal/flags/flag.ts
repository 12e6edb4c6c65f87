// What a flag knows and says: small rules that make a reviewer look twice and decide nothing.
import type { FlagCode } from '@contract/model/ledger'
import type { Fen } from '@contract/money'

/** All that the flags may look at, read once when a withdrawal is asked for. */
export interface FlagFacts {
  readonly amountFen: Fen
  readonly now: number
  /** Gross amounts of this person's paid withdrawals, newest first; the last twenty are enough. */
  readonly paidFen: readonly Fen[]
  /** Customers bound in the last 24 hours, and in the 30 days before that. */
  readonly boundToday: number
  readonly boundBefore: number
  /** Commissions clawed back after settlement in the last 30 days. */
  readonly clawbacks: number
  readonly clawbackFen: Fen
  /** When the registered real name was last changed; null if never or not registered. */
  readonly nameChangedAt: number | null
  /** Commissions accrued in the last 60 days, and what refunds took of them. */
  readonly accruedFen: Fen
  readonly reversedFen: Fen
}

export interface Flag {
  readonly code: FlagCode
  readonly title: string
  /** What was seen, with figures, in a Chinese sentence for the reviewer; null when there is nothing to see. */
  evaluate: (facts: FlagFacts) => string | null
}
