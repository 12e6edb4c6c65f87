// Entries that the shop decides by itself: a bonus paid to a distributor, and a debt nobody will pay any more.
import type { LedgerEntry, Wallet } from '@contract/model/ledger'
import type { Fen } from '@contract/money'
import { assert } from '../assert'
import { walletAccount } from './accounts'
import { credit, debit, makeEntry } from './make-entry'
import { payIntoWallet } from './pay-into-wallet'

interface Decided {
  /** Names the fact that is paid for: the entry's key comes from it. */
  readonly id: string
  readonly amountFen: Fen
  readonly at: number
}

/** `incentive:{id}`: expense:incentive / clawback first, rest available. */
export function enterIncentive(wallet: Wallet, { id, amountFen, at }: Decided): LedgerEntry {
  return makeEntry({
    key: `incentive:${id}`,
    code: 'INCENTIVE_PAID',
    at,
    postings: [...debit('expense:incentive', amountFen), ...payIntoWallet(wallet, amountFen)],
  })
}

/** `writeoff:{id}`: expense:bad-debt / clawback. More than is owed is a bug. */
export function enterDebtWrittenOff(wallet: Wallet, { id, amountFen, at }: Decided): LedgerEntry {
  assert(amountFen <= wallet.clawbackFen, `${id}: ${wallet._id} owes less than ${amountFen}`)
  return makeEntry({
    key: `writeoff:${id}`,
    code: 'DEBT_WRITTEN_OFF',
    at,
    postings: [
      ...debit('expense:bad-debt', amountFen),
      ...credit(walletAccount(wallet._id, 'clawback'), amountFen),
    ],
  })
}
