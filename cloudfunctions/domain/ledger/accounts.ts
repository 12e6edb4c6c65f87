// The names of the ledger's accounts: what the shop owes a distributor, and the platform's own.
import { WALLET_PARTS, type LedgerAccount, type WalletPart } from '@contract/model/ledger'
import { assert } from '../assert'

/** `payable:{distributorId}:{part}`. */
export function walletAccount(distributorId: string, part: WalletPart) {
  return `payable:${distributorId}:${part}` as const
}

/** The distributor and part of a wallet account; null for the platform's own accounts. */
export function readAccount(
  account: LedgerAccount,
): { readonly distributorId: string; readonly part: WalletPart } | null {
  if (!account.startsWith('payable:')) return null
  const end = account.lastIndexOf(':')
  const name = account.slice(end + 1)
  const part = WALLET_PARTS.find((candidate) => candidate === name)
  assert(part !== undefined, `no such wallet part: ${account}`)
  return { distributorId: account.slice('payable:'.length, end), part }
}
