// 钱包: the balances of the caller and what moved them, each line a ledger entry.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { movementOf } from '../../domain/ledger/post-to-wallet'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { readWallet } from './read-wallet'
import { showWallet } from './show-wallet'

export async function getWallet(
  ctx: Context,
  { cursor }: Api['distributor.getWallet']['parsed'],
): Promise<Api['distributor.getWallet']['output']> {
  const distributorId = distributorIdOf(ctx.caller.memberId)
  const [wallet, entries] = await Promise.all([
    readWallet(ctx.store, distributorId),
    readPage(ctx.store, 'ledger_entries', {
      where: { distributorIds: distributorId },
      by: 'at',
      cursor,
    }),
  ])
  const rows = entries.rows.map((entry) => ({
    id: entry._id,
    code: entry.code,
    at: entry.at,
    ...movementOf(entry, distributorId),
    orderId: entry.orderId,
    withdrawalId: entry.withdrawalId,
  }))
  return { wallet: showWallet(wallet), movements: { rows, next: entries.next } }
}
