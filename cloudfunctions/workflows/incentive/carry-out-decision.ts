// Moves the money of a decision that was made: entry and wallet, in its transaction.
import type { MoneyDecision } from '@contract/model/books'
import type { Wallet } from '@contract/model/ledger'
import { enterDebtWrittenOff, enterIncentive } from '../../domain/ledger/enter-incentive'
import { postToWallet } from '../../domain/ledger/post-to-wallet'
import type { Transaction } from '../../ports/store'

/** The entry's key comes from the decision: a second one under it ends the transaction. */
export async function carryOutDecision(
  tx: Transaction,
  { _id: id, kind, amountFen }: MoneyDecision,
  wallet: Wallet,
  at: number,
): Promise<void> {
  const facts = { id, amountFen, at }
  const entry =
    kind === 'incentive' ? enterIncentive(wallet, facts) : enterDebtWrittenOff(wallet, facts)
  await tx.insert('ledger_entries', entry)
  await tx.put('wallets', postToWallet(wallet, entry))
}
