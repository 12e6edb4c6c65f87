// The wallet of a distributor: made at admission, so a missing one is a bug.
import type { Wallet } from '@contract/model/ledger'
import { assert } from '../../domain/assert'
import type { Store, Transaction } from '../../ports/store'

/** Reads it from the store, or inside a transaction from its snapshot. */
export async function readWallet(
  from: Pick<Store | Transaction, 'get'>,
  distributorId: string,
): Promise<Wallet> {
  const wallet = await from.get('wallets', distributorId)
  assert(wallet !== null, `${distributorId} has no wallet`)
  return wallet
}
