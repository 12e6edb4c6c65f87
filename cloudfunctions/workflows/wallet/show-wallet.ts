// A wallet as its owner (and the shop's owner) sees it.
import type { Api } from '@contract/api'
import type { Wallet } from '@contract/model/ledger'

export type WalletView = Api['distributor.getWallet']['output']['wallet']

export function showWallet(wallet: Wallet): WalletView {
  const { availableFen, pendingFen, withdrawingFen, clawbackFen, earnedFen, paidFen } = wallet
  return { availableFen, pendingFen, withdrawingFen, clawbackFen, earnedFen, paidFen }
}
