// Money that a distributor gets pays their debt first; only the rest becomes available.
import type { Posting, Wallet } from '@contract/model/ledger'
import { fen, type Fen } from '@contract/money'
import { walletAccount } from './accounts'
import { credit, debit } from './make-entry'

type Balances = Pick<Wallet, '_id' | 'availableFen' | 'clawbackFen'>

/** Credits: clawback first, rest available. */
export function payIntoWallet(wallet: Balances, amountFen: Fen): Posting[] {
  const debtFen = fen(Math.min(amountFen, wallet.clawbackFen))
  return [
    ...credit(walletAccount(wallet._id, 'clawback'), debtFen),
    ...credit(walletAccount(wallet._id, 'available'), amountFen - debtFen),
  ]
}

/** Debits: available first; what is not there any more becomes a debt. */
export function takeFromWallet(wallet: Balances, amountFen: Fen): Posting[] {
  const thereFen = fen(Math.min(amountFen, wallet.availableFen))
  return [
    ...debit(walletAccount(wallet._id, 'available'), thereFen),
    ...debit(walletAccount(wallet._id, 'clawback'), amountFen - thereFen),
  ]
}
