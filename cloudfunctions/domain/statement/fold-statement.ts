// One distributor's month from its entries: sums by line, and opening + movements = closing, asserted.
import {
  STATEMENT_LINES,
  type StatementLine,
  type StatementSums,
  type WalletAmounts,
} from '@contract/model/books'
import type { LedgerEntry, WalletPart } from '@contract/model/ledger'
import { WALLET_PARTS } from '@contract/model/ledger'
import { addFen, fen, subtractFen, ZERO } from '@contract/money'
import { assert } from '../assert'
import { movementOf } from '../ledger/post-to-wallet'
import { lineOfEntry } from './line-of-entry'

type LineSums = WalletAmounts & { readonly count: number }

export const NO_AMOUNTS: WalletAmounts = {
  pendingFen: ZERO,
  availableFen: ZERO,
  withdrawingFen: ZERO,
  clawbackFen: ZERO,
}

/** A month in which nothing has happened yet. */
export function openStatement(opening: WalletAmounts): StatementSums {
  const none = STATEMENT_LINES.map((line) => [line, { ...NO_AMOUNTS, count: 0 }])
  return {
    opening,
    lines: Object.fromEntries(none) as Record<StatementLine, LineSums>,
    paid: { netFen: ZERO, taxFen: ZERO, feeFen: ZERO },
    closing: opening,
  }
}

/** The month after more of its entries; any number at a time, each once. */
export function foldStatement(
  before: StatementSums,
  entries: Iterable<LedgerEntry>,
  distributorId: string,
): StatementSums {
  const lines: Record<StatementLine, LineSums> = { ...before.lines }
  let { closing, paid } = before
  for (const entry of entries) {
    const line = lineOfEntry(entry.code)
    const change = movementOf(entry, distributorId)
    lines[line] = { ...add(lines[line], change), count: lines[line].count + 1 }
    closing = add(closing, change)
    if (line === 'paid') {
      paid = {
        netFen: subtractFen(paid.netFen, moved(entry, 'cash:wxpay')),
        taxFen: subtractFen(paid.taxFen, moved(entry, 'tax:withheld')),
        feeFen: subtractFen(paid.feeFen, moved(entry, 'income:withdrawal-fee')),
      }
    }
  }
  return insistSound({ opening: before.opening, lines, paid, closing })
}

/** Throws a Bug unless every part adds up, and what was paid out is what arrived, tax and fee. */
export function insistSound(sums: StatementSums): StatementSums {
  const { opening, lines, paid, closing } = sums
  for (const part of WALLET_PARTS) {
    const moves = STATEMENT_LINES.map((line) => lines[line][fieldOf(part)])
    const due = addFen(opening[fieldOf(part)], ...moves)
    assert(
      closing[fieldOf(part)] === due,
      `${part} closes at ${closing[fieldOf(part)]}, not ${due}`,
    )
  }
  const out = addFen(paid.netFen, paid.taxFen, paid.feeFen)
  assert(lines.paid.withdrawingFen === fen(0 - out), `paid out ${out}, the wallet says otherwise`)
  return sums
}

const fieldOf = (part: WalletPart) => `${part}Fen` as const

function add(a: WalletAmounts, b: WalletAmounts): WalletAmounts {
  return {
    pendingFen: addFen(a.pendingFen, b.pendingFen),
    availableFen: addFen(a.availableFen, b.availableFen),
    withdrawingFen: addFen(a.withdrawingFen, b.withdrawingFen),
    clawbackFen: addFen(a.clawbackFen, b.clawbackFen),
  }
}

function moved({ postings }: LedgerEntry, account: string) {
  return postings.find((posting) => posting.account === account)?.amountFen ?? ZERO
}
