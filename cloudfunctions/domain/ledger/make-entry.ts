// Makes ledger entries: balanced, without empty postings, named by the fact that caused them.
import { fen, sumFen } from '@contract/money'
import { dateOf } from '@contract/time'
import type { EntryCode, LedgerAccount, LedgerEntry, Posting } from '@contract/model/ledger'
import { assert } from '../assert'
import { readAccount } from './accounts'

export interface EntryFacts {
  /** The idempotency key, derived from facts: `pay:{orderId}`. */
  readonly key: string
  readonly code: EntryCode
  /** Moment of the fact, UTC ms. */
  readonly at: number
  readonly postings: readonly Posting[]
  readonly orderId?: string
  readonly withdrawalId?: string
}

/** Debits are positive, credits negative. An entry that doesn't balance is a bug. */
export function makeEntry(facts: EntryFacts): LedgerEntry {
  const { key, code, at, postings, orderId = null, withdrawalId = null } = facts
  assert(postings.length >= 2, `${key}: an entry has two sides`)
  assert(
    postings.every((posting) => posting.amountFen !== 0),
    `${key}: no posting of nothing`,
  )
  assert(sumFen(postings, (posting) => posting.amountFen) === 0, `${key}: not balanced`)
  const touched = postings.flatMap((posting) => readAccount(posting.account)?.distributorId ?? [])
  const distributorIds = [...new Set(touched)]
  return { _id: key, code, at, on: dateOf(at), postings, distributorIds, orderId, withdrawalId }
}

/** A debit of `amountFen` (0 or more): nothing when it is 0. */
export function debit(account: LedgerAccount, amountFen: number): Posting[] {
  assert(amountFen >= 0, `debit of a negative amount on ${account}`)
  return amountFen === 0 ? [] : [{ account, amountFen: fen(amountFen) }]
}

/** A credit of `amountFen` (0 or more): nothing when it is 0. */
export function credit(account: LedgerAccount, amountFen: number): Posting[] {
  assert(amountFen >= 0, `credit of a negative amount on ${account}`)
  return amountFen === 0 ? [] : [{ account, amountFen: fen(-amountFen) }]
}
