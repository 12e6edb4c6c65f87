// Whether a distributor may ask for this much now: limits, balance, the day's rest, their real name.
import { fen, subtractFen, type Fen } from '@contract/money'
import type { Wallet } from '@contract/model/ledger'
import { TRANSFERS, type WithdrawalPolicy } from '@contract/model/shop'
import { ALLOWED, refused, type Verdict } from '../refuse'
import type { NameNeed } from './name-rule'

export const LEAST_TRANSFER_FEN = TRANSFERS.leastFen

export interface WithdrawalAsk {
  readonly wallet: Wallet
  readonly amountFen: Fen
  /** What would arrive. */
  readonly netFen: Fen
  readonly policy: WithdrawalPolicy
  /** Shanghai date. */
  readonly on: string
  /** Withdrawals asked for on that date that were neither turned down nor returned. */
  readonly askedCount: number
  /** Why a real name is needed, and whether one is registered. */
  readonly nameNeed: NameNeed | null
  readonly hasName: boolean
}

/**
 * A "no" carries WITHDRAWAL_TOO_SMALL `{ minFen }`, WITHDRAWAL_TOO_LARGE `{ maxFen }`, INSUFFICIENT_BALANCE
 * `{ availableFen }`, WITHDRAWAL_DAILY_LIMIT `{ leftFen }`, WITHDRAWAL_DAILY_COUNT `{ count }` or REAL_NAME_REQUIRED.
 */
export function checkWithdrawal(ask: WithdrawalAsk): Verdict {
  const { wallet, amountFen, netFen, policy, on, askedCount } = ask
  if (amountFen < policy.minFen || amountFen <= 0) {
    return refused('WITHDRAWAL_TOO_SMALL', { minFen: policy.minFen })
  }
  if (amountFen > policy.maxFen) return refused('WITHDRAWAL_TOO_LARGE', { maxFen: policy.maxFen })
  if (amountFen > wallet.availableFen) {
    return refused('INSUFFICIENT_BALANCE', {
      availableFen: wallet.availableFen,
      requestedFen: amountFen,
    })
  }
  const leftFen = leftTodayFen(wallet, policy, on)
  if (amountFen > leftFen) return refused('WITHDRAWAL_DAILY_LIMIT', { leftFen })
  if (askedCount >= policy.dailyCount) {
    return refused('WITHDRAWAL_DAILY_COUNT', { count: policy.dailyCount })
  }
  if (netFen < LEAST_TRANSFER_FEN) {
    // Fee and tax would eat it up: name an amount that surely arrives.
    const minFen = Math.max(policy.minFen, policy.feeFen + LEAST_TRANSFER_FEN)
    return refused('WITHDRAWAL_TOO_SMALL', { minFen })
  }
  return ask.nameNeed === null || ask.hasName ? ALLOWED : refused('REAL_NAME_REQUIRED')
}

/** What can still be asked for on a date (fen). */
export function leftTodayFen(wallet: Wallet, policy: WithdrawalPolicy, on: string): Fen {
  const asked = wallet.askedOn === on ? wallet.askedFen : 0
  return fen(Math.max(0, subtractFen(policy.dailyFen, asked)))
}
