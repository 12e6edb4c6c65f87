// Entries of a withdrawal: asked for, turned down, arrived, or come back.
import type { EntryCode, LedgerEntry, Posting, Wallet, Withdrawal } from '@contract/model/ledger'
import { assert } from '../assert'
import { walletAccount } from './accounts'
import { credit, debit, makeEntry } from './make-entry'
import { payIntoWallet } from './pay-into-wallet'

type Amounts = Pick<Withdrawal, '_id' | 'distributorId' | 'amountFen'>

/** `wd:{withdrawalId}:requested`: available / withdrawing, the gross amount. */
export function enterWithdrawalRequested(withdrawal: Amounts, at: number): LedgerEntry {
  const { distributorId, amountFen } = withdrawal
  return enter(withdrawal, 'requested', 'WITHDRAWAL_REQUESTED', at, [
    ...debit(walletAccount(distributorId, 'available'), amountFen),
    ...credit(walletAccount(distributorId, 'withdrawing'), amountFen),
  ])
}

/** `wd:{withdrawalId}:rejected`: withdrawing / clawback first, rest available. */
export function enterWithdrawalRejected(
  withdrawal: Amounts,
  wallet: Wallet,
  at: number,
): LedgerEntry {
  return enterBack(withdrawal, wallet, 'rejected', 'WITHDRAWAL_REJECTED', at)
}

/** `wd:{withdrawalId}:returned`: the same, once WeChat says for good that the money did not arrive. */
export function enterWithdrawalReturned(
  withdrawal: Amounts,
  wallet: Wallet,
  at: number,
): LedgerEntry {
  return enterBack(withdrawal, wallet, 'returned', 'WITHDRAWAL_RETURNED', at)
}

/** `wd:{withdrawalId}:paid`: withdrawing / cash + withheld tax + fee. */
export function enterWithdrawalPaid(
  withdrawal: Amounts & Pick<Withdrawal, 'netFen' | 'taxFen' | 'feeFen'>,
  at: number,
): LedgerEntry {
  return enter(withdrawal, 'paid', 'WITHDRAWAL_PAID', at, [
    ...debit(walletAccount(withdrawal.distributorId, 'withdrawing'), withdrawal.amountFen),
    ...credit('cash:wxpay', withdrawal.netFen),
    ...credit('tax:withheld', withdrawal.taxFen),
    ...credit('income:withdrawal-fee', withdrawal.feeFen),
  ])
}

function enterBack(
  withdrawal: Amounts,
  wallet: Wallet,
  what: string,
  code: EntryCode,
  at: number,
): LedgerEntry {
  assert(wallet._id === withdrawal.distributorId, `${withdrawal._id} is not of ${wallet._id}`)
  return enter(withdrawal, what, code, at, [
    ...debit(walletAccount(wallet._id, 'withdrawing'), withdrawal.amountFen),
    ...payIntoWallet(wallet, withdrawal.amountFen),
  ])
}

function enter(
  withdrawal: Amounts,
  what: string,
  code: EntryCode,
  at: number,
  postings: readonly Posting[],
): LedgerEntry {
  const key = `wd:${withdrawal._id}:${what}`
  return makeEntry({ key, code, at, postings, withdrawalId: withdrawal._id })
}
