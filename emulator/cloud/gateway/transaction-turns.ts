/** Notices two operations of one transaction under way at once, which the real service refuses as busy. */
import type { Store } from '../database/store'
import { transactionBusy } from '../database/tcb-error'
import type { Transaction } from '../database/transaction'

/** How long an operation from a client outside, which tells its time in whole ms only, holds its transaction. */
const HOLD_MS = 2

interface Turn {
  isTaken: boolean
  /** When the last answer left, in the machine's monotonic nanoseconds. */
  answeredAt: bigint
  /** The same moment in ms of the wall clock. */
  answeredMs: number
  /** The least that our clock was ever ahead of the client's stamp: its clock's difference, and a fast way here. */
  lagMs: number
}

/** When a request left its client: exactly (our own instances), or by the client's wall clock. */
export interface SentAt {
  monotonic?: string
  clientMs?: number
}

/**
 * Sent before the last answer left: the two were under way together. A client outside is judged by its own clock,
 * whatever that says: an answer left, in its time, no earlier than ours less the least lag seen.
 */
function isEarlier({ monotonic, clientMs }: SentAt, turn: Turn): boolean {
  if (monotonic !== undefined) return BigInt(monotonic) < turn.answeredAt
  return clientMs !== undefined && clientMs < turn.answeredMs - turn.lagMs
}

export class TransactionTurns {
  private turns = new WeakMap<Transaction, Turn>()

  constructor(private readonly store: Store) {}

  /** Takes the turn of a transaction, or throws; returns what to call when the answer leaves. */
  async take(transactionId: string, sent: SentAt): Promise<() => void> {
    const transaction = this.store.transactions.get(transactionId)
    if (!transaction) return () => {}
    let turn = this.turns.get(transaction)
    if (!turn) {
      turn = { isTaken: false, answeredAt: 0n, answeredMs: -Infinity, lagMs: Infinity }
      this.turns.set(transaction, turn)
    }
    if (sent.clientMs !== undefined) turn.lagMs = Math.min(turn.lagMs, Date.now() - sent.clientMs)
    if (turn.isTaken || isEarlier(sent, turn)) throw transactionBusy()
    turn.isTaken = true
    if (sent.monotonic === undefined) await new Promise((resolve) => setTimeout(resolve, HOLD_MS))
    const taken = turn
    return () => {
      taken.isTaken = false
      taken.answeredAt = process.hrtime.bigint()
      taken.answeredMs = Date.now()
    }
  }
}
