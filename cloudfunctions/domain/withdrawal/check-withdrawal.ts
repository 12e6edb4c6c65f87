// Whether a distributor may ask for this much now: limits, balance, the day's rest.
import { fen, subtractFen, type Fen } from '@contract/money'
import type { Wallet } from '@contract/model/ledger'
import type { WithdrawalPolicy } from '@contract/model/shop'
import { ALLOWED, refused, type Verdict } from '../refuse'

/** WeChat transfers nothing under ¥0.10 (商家转账). */
export const LEAST_TRANSFER_FEN = 10 as Fen

/**
 * A "no" carries WITHDRAWAL_TOO_SMALL `{ minFen }`, WITHDRAWAL_TOO_LARGE `{ maxFen }`, INSUFFICIENT_BALANCE
 * `{ availableFen }` or WITHDRAWAL_DAILY_LIMIT `{ leftFen }`. `netFen` is what would arrive; `on` the Shanghai date.
 */
export function checkWithdrawal(ask: {
  readonly wallet: Wallet
  readonly amountFen: Fen
  readonly netFen: Fen
  readonly policy: WithdrawalPolicy
  readonly on: string
}): Verdict {
  const { wallet, amountFen, netFen, policy, on } = ask
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
  if (netFen < LEAST_TRANSFER_FEN) {
    // Fee and tax would eat it up: name an amount that surely arrives.
    const minFen = Math.max(policy.minFen, policy.feeFen + LEAST_TRANSFER_FEN)
    return refused('WITHDRAWAL_TOO_SMALL', { minFen })
  }
  return ALLOWED
}

/** What can still be asked for on a date (fen). */
export function leftTodayFen(wallet: Wallet, policy: WithdrawalPolicy, on: string): Fen {
  const asked = wallet.askedOn === on ? wallet.askedFen : 0
  return fen(Math.max(0, subtractFen(policy.dailyFen, asked)))
}
