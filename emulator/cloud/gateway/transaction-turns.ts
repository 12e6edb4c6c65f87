/** Notices two operations of one transaction under way at once, which the real service refuses as busy. */
import type { Store, Transaction } from '../database/store'
import { transactionBusy } from '../database/tcb-error'

/** How long an operation of a client that doesn't tell when it sent may hold its transaction, ms. */
const HOLD_MS = 2

interface Turn {
  isTaken: boolean
  /** When the last answer left, in the machine's monotonic nanoseconds. */
  answeredAt: bigint
}

export class TransactionTurns {
  private turns = new WeakMap<Transaction, Turn>()

  constructor(private readonly store: Store) {}

  /** Takes the turn of a transaction, or throws; returns what to call when the answer leaves. */
  async take(transactionId: string, sent: string | undefined): Promise<() => void> {
    const transaction = this.store.transactions.get(transactionId)
    if (!transaction) return () => {}
    let turn = this.turns.get(transaction)
    if (!turn) this.turns.set(transaction, (turn = { isTaken: false, answeredAt: 0n }))
    const isEarly = sent !== undefined && BigInt(sent) < turn.answeredAt
    if (turn.isTaken || isEarly) throw transactionBusy()
    turn.isTaken = true
    if (sent === undefined) await new Promise((resolve) => setTimeout(resolve, HOLD_MS))
    const taken = turn
    return () => {
      taken.isTaken = false
      taken.answeredAt = process.hrtime.bigint()
    }
  }
}
