// Invariants of wallets: they are the fold of their entries, never negative, and agree with what is open.
import { WALLET_PARTS, type Wallet } from '@contract/model/ledger'
import { fen, sumFen, ZERO } from '@contract/money'
import { OPEN_WITHDRAWALS } from '../withdrawal/withdrawal-lifecycle'
import { walletAccount } from './accounts'
import type { Books } from './check-invariants'
import { movementOf } from './post-to-wallet'
import { foldEntries } from './trial-balance'

const PART_FIELD = {
  pending: 'pendingFen',
  available: 'availableFen',
  withdrawing: 'withdrawingFen',
  clawback: 'clawbackFen',
} as const

export function checkWallets(books: Books): string[] {
  const known = new Set(books.wallets.map((wallet) => wallet._id))
  const touched = new Set(books.entries.flatMap((entry) => entry.distributorIds))
  const missing = [...touched].filter((id) => !known.has(id))
  const entriesOf = new Map<string, Books['entries'][number][]>()
  for (const entry of books.entries) {
    for (const id of entry.distributorIds) {
      const rows = entriesOf.get(id)
      if (rows === undefined) entriesOf.set(id, [entry])
      else rows.push(entry)
    }
  }
  const balances = foldEntries(books.entries)
  const open = openSums(books)
  return [
    ...missing.map((id) => `wallet ${id} is missing, but entries touch it`),
    ...books.wallets.flatMap((wallet) => [
      ...checkBalances(wallet, balances),
      ...checkTotals(wallet, entriesOf.get(wallet._id) ?? []),
      ...checkOpen(wallet, open),
    ]),
  ]
}

function checkBalances(wallet: Wallet, balances: ReturnType<typeof foldEntries>): string[] {
  const found: string[] = []
  for (const part of WALLET_PARTS) {
    const balance = balances.get(walletAccount(wallet._id, part)) ?? ZERO
    const folded = fen(part === 'clawback' ? balance : 0 - balance)
    const held = wallet[PART_FIELD[part]]
    if (held !== folded) {
      found.push(`wallet ${wallet._id}: ${part} is ${held}, its entries say ${folded}`)
    }
    if (held < 0) found.push(`wallet ${wallet._id}: ${part} is negative (${held})`)
  }
  if (wallet.availableFen > 0 && wallet.clawbackFen > 0) {
    found.push(`wallet ${wallet._id} has money available beside a debt`)
  }
  return found
}

/** Earned and paid out, again from the entries. */
function checkTotals(wallet: Wallet, entries: Books['entries']): string[] {
  let earned = 0
  let paid = 0
  for (const entry of entries) {
    const change = movementOf(entry, wallet._id)
    if (entry.code === 'WITHDRAWAL_PAID') paid -= change.withdrawingFen
    if (/^COMMISSION_(ACCRUED|REVERSED|CLAWED_BACK)$/.test(entry.code)) {
      earned += change.pendingFen + change.availableFen - change.clawbackFen
    }
  }
  const found: string[] = []
  if (wallet.earnedFen !== earned) {
    found.push(`wallet ${wallet._id}: earned is ${wallet.earnedFen}, its entries say ${earned}`)
  }
  if (wallet.paidFen !== paid) {
    found.push(`wallet ${wallet._id}: paid is ${wallet.paidFen}, its entries say ${paid}`)
  }
  if (wallet.version !== entries.length) {
    found.push(`wallet ${wallet._id}: version ${wallet.version} after ${entries.length} entries`)
  }
  return found
}

interface OpenSums {
  readonly pending: ReadonlyMap<string, number>
  readonly withdrawing: ReadonlyMap<string, number>
}

function openSums(books: Books): OpenSums {
  const pending = new Map<string, number>()
  const withdrawing = new Map<string, number>()
  for (const { status, distributorId, netFen } of books.commissions) {
    if (status === 'pending') add(pending, distributorId, netFen)
  }
  for (const { status, distributorId, amountFen } of books.withdrawals) {
    if (OPEN_WITHDRAWALS.includes(status)) add(withdrawing, distributorId, amountFen)
  }
  return { pending, withdrawing }
}

function checkOpen(wallet: Wallet, open: OpenSums): string[] {
  const found: string[] = []
  const pending = open.pending.get(wallet._id) ?? 0
  if (wallet.pendingFen !== pending) {
    found.push(
      `wallet ${wallet._id}: pending is ${wallet.pendingFen}, open commissions are ${pending}`,
    )
  }
  const withdrawing = open.withdrawing.get(wallet._id) ?? 0
  if (wallet.withdrawingFen !== withdrawing) {
    found.push(
      `wallet ${wallet._id}: withdrawing is ${wallet.withdrawingFen}, open withdrawals are ${withdrawing}`,
    )
  }
  return found
}

function add(sums: Map<string, number>, id: string, amount: number): void {
  sums.set(
    id,
    sumFen([sums.get(id) ?? 0, amount], (part) => part),
  )
}
