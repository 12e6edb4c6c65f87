// Carries an entry over to a wallet, in the same transaction: the wallet stays the fold of its entries.
import { addFen, fen, subtractFen, ZERO, type Fen } from '@contract/money'
import { dateOf } from '@contract/time'
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import { assert } from '../assert'
import { readAccount } from './accounts'

/** How an entry changes one wallet, each part in fen with its sign. */
export interface WalletChange {
  readonly pendingFen: Fen
  readonly availableFen: Fen
  readonly withdrawingFen: Fen
  readonly clawbackFen: Fen
}

/** The wallet of a distributor whom no entry has touched yet. */
export function emptyWallet(distributorId: string): Wallet {
  return {
    _id: distributorId,
    pendingFen: ZERO,
    availableFen: ZERO,
    withdrawingFen: ZERO,
    clawbackFen: ZERO,
    earnedFen: ZERO,
    paidFen: ZERO,
    version: 0,
    duesMoved: 0,
    askedOn: '',
    askedFen: ZERO,
  }
}

/** What an entry moves in a distributor's wallet: also the line of their statement. */
export function movementOf(entry: LedgerEntry, distributorId: string): WalletChange {
  const sums = { pending: 0, available: 0, withdrawing: 0, clawback: 0 }
  for (const posting of entry.postings) {
    const wallet = readAccount(posting.account)
    if (wallet === null || wallet.distributorId !== distributorId) continue
    // The first three are what the shop owes (credit balances); clawback is what is owed to it (debit).
    sums[wallet.part] += wallet.part === 'clawback' ? posting.amountFen : 0 - posting.amountFen
  }
  return {
    pendingFen: fen(sums.pending),
    availableFen: fen(sums.available),
    withdrawingFen: fen(sums.withdrawing),
    clawbackFen: fen(sums.clawback),
  }
}

/**
 * The wallet after an entry, version + 1. A part below zero, or money available beside a debt, is a bug:
 * whoever makes the entry has checked before.
 */
export function postToWallet(wallet: Wallet, entry: LedgerEntry): Wallet {
  const change = movementOf(entry, wallet._id)
  const asked = entry.code === 'WITHDRAWAL_REQUESTED' ? change.withdrawingFen : 0
  // One of before midnight that is written after it counts for the new day: the day's sum never starts over.
  const askedOn = entry.on > wallet.askedOn ? entry.on : wallet.askedOn
  const askedBefore = wallet.askedOn === askedOn ? wallet.askedFen : 0
  const after: Wallet = {
    ...wallet,
    pendingFen: addFen(wallet.pendingFen, change.pendingFen),
    availableFen: addFen(wallet.availableFen, change.availableFen),
    withdrawingFen: addFen(wallet.withdrawingFen, change.withdrawingFen),
    clawbackFen: addFen(wallet.clawbackFen, change.clawbackFen),
    earnedFen: addFen(wallet.earnedFen, earnedBy(entry, change)),
    paidFen: addFen(
      wallet.paidFen,
      entry.code === 'WITHDRAWAL_PAID' ? 0 - change.withdrawingFen : ZERO,
    ),
    version: wallet.version + 1,
    askedOn: asked > 0 ? askedOn : wallet.askedOn,
    askedFen: asked > 0 ? addFen(askedBefore, asked) : wallet.askedFen,
  }
  assertSound(after, entry._id)
  return after
}

/** Gives a rejected or returned withdrawal's part of the daily limit back, if it was asked for on that date. */
export function giveBackAsk(
  wallet: Wallet,
  withdrawal: Pick<Withdrawal, 'amountFen' | 'requestedAt'>,
): Wallet {
  if (wallet.askedOn !== dateOf(withdrawal.requestedAt)) return wallet
  return { ...wallet, askedFen: subtractFen(wallet.askedFen, withdrawal.amountFen) }
}

/** What an entry adds to the commissions ever earned, net of what refunds took back (fen). */
export function earnedBy(entry: LedgerEntry, change: WalletChange): number {
  switch (entry.code) {
    case 'COMMISSION_ACCRUED':
    case 'COMMISSION_REVERSED':
    case 'COMMISSION_CLAWED_BACK':
      return change.pendingFen + change.availableFen - change.clawbackFen
    default:
      return 0
  }
}

function assertSound(wallet: Wallet, key: string): void {
  const parts = [
    wallet.pendingFen,
    wallet.availableFen,
    wallet.withdrawingFen,
    wallet.clawbackFen,
    wallet.askedFen,
  ]
  assert(
    parts.every((part) => part >= 0),
    `${key}: a part of wallet ${wallet._id} is below zero`,
  )
  assert(
    wallet.availableFen === 0 || wallet.clawbackFen === 0,
    `${key}: wallet ${wallet._id} has money and a debt`,
  )
}
