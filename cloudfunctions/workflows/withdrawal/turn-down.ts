// Ends a withdrawal before anything was sent: the money is available again, a debt is paid first.
import { enterWithdrawalRejected } from '../../domain/ledger/enter-withdrawal'
import { giveBackAsk, postToWallet } from '../../domain/ledger/post-to-wallet'
import { refuse } from '../../domain/refuse'
import { canMoveWithdrawal } from '../../domain/withdrawal/withdrawal-lifecycle'
import type { World } from '../../ports/world'
import { readWallet } from '../wallet/read-wallet'
import { readWithdrawal } from './read-withdrawal'

/** Repeating it changes nothing. Refuses WITHDRAWAL_UNKNOWN, and WITHDRAWAL_MOVED_ON once the money is on its way. */
export function turnDown(world: World, withdrawalId: string, reason: string): Promise<void> {
  return world.store.transaction(async (tx) => {
    const withdrawal = await readWithdrawal(tx, withdrawalId)
    if (withdrawal.status === 'rejected') return
    if (!canMoveWithdrawal(withdrawal.status, 'rejected')) throw refuse('WITHDRAWAL_MOVED_ON')
    const wallet = await readWallet(tx, withdrawal.distributorId)
    const entry = enterWithdrawalRejected(withdrawal, wallet, world.now)
    const set = { status: 'rejected', reason, endedAt: world.now }
    await tx.update('withdrawals', withdrawalId, { set })
    await tx.insert('ledger_entries', entry)
    await tx.put('wallets', giveBackAsk(postToWallet(wallet, entry), withdrawal))
  })
}
