// 钱包: the balances of the caller and what moved them, each line a ledger entry.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import type { Context } from '../../ports/world'
import { readMovements } from './read-movements'
import { readWallet } from './read-wallet'
import { showWallet } from './show-wallet'

export async function getWallet(
  ctx: Context,
  { cursor }: Api['distributor.getWallet']['parsed'],
): Promise<Api['distributor.getWallet']['output']> {
  const distributorId = distributorIdOf(ctx.caller.memberId)
  const [wallet, movements] = await Promise.all([
    readWallet(ctx.store, distributorId),
    readMovements(ctx, distributorId, cursor),
  ])
  return { wallet: showWallet(wallet), movements }
}
