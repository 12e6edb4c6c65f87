// Invariants of kept months: each closes at what the entries up to its end add up to.
import type { StatementMonth } from '@contract/model/books'
import { WALLET_PARTS, type LedgerEntry } from '@contract/model/ledger'
import { sumFen } from '@contract/money'
import { PART_NAMES } from './check-wallets'
import { expectSame, type Difference } from './difference'
import { movementOf } from './post-to-wallet'

/** `entries`: all that name the distributor. */
export function checkClosing(
  { _id, distributorId, month, closing }: StatementMonth,
  entries: readonly LedgerEntry[],
): Difference[] {
  // `2026-11-30` sorts before `2026-12`.
  const changes = entries
    .filter((entry) => entry.on.slice(0, 7) <= month)
    .map((entry) => movementOf(entry, distributorId))
  return WALLET_PARTS.flatMap((part) => {
    const due = sumFen(changes, (change) => change[`${part}Fen`])
    const record = `statement_months/${_id} ${PART_NAMES[part]}`
    return expectSame('STATEMENT_CLOSING', record, due, closing[`${part}Fen`])
  })
}
