// What moved a wallet, newest first, each line a ledger entry with what it changed.
import type { Api } from '@contract/api'
import { movementOf } from '../../domain/ledger/post-to-wallet'
import type { World } from '../../ports/world'
import { readPage } from '../read-page'

type Movements = Api['distributor.getWallet']['output']['movements']

export async function readMovements(
  world: World,
  distributorId: string,
  cursor: string | undefined,
): Promise<Movements> {
  const where = { distributorIds: distributorId }
  const entries = await readPage(world.store, 'ledger_entries', { where, by: 'at', cursor })
  const rows = entries.rows.map((entry) => ({
    id: entry._id,
    code: entry.code,
    at: entry.at,
    ...movementOf(entry, distributorId),
    orderId: entry.orderId,
    withdrawalId: entry.withdrawalId,
  }))
  return { rows, next: entries.next }
}
