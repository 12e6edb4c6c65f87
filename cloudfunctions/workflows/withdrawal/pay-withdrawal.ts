// 到账: a transfer succeeded; what was withdrawing has left as cash, withheld tax and fee.
import { enterWithdrawalPaid } from '../../domain/ledger/enter-withdrawal'
import { postToWallet } from '../../domain/ledger/post-to-wallet'
import { assertWithdrawalMove } from '../../domain/withdrawal/withdrawal-lifecycle'
import type { World } from '../../ports/world'
import { readWallet } from '../wallet/read-wallet'
import { readWithdrawal } from './read-withdrawal'

/** Once: a repeat finds it paid. */
export function payWithdrawal(world: World, withdrawalId: string): Promise<void> {
  const { now } = world
  return world.store.transaction(async (tx) => {
    const withdrawal = await readWithdrawal(tx, withdrawalId)
    if (withdrawal.status === 'paid') return
    assertWithdrawalMove(withdrawal.status, 'paid')
    const wallet = await readWallet(tx, withdrawal.distributorId)
    const entry = enterWithdrawalPaid(withdrawal, now)
    const ended = { paidAt: now, endedAt: now, checkAt: null, packageInfo: null, reason: null }
    await tx.update('withdrawals', withdrawalId, { set: { status: 'paid', ...ended } })
    await tx.insert('ledger_entries', entry)
    await tx.put('wallets', postToWallet(wallet, entry))
  })
}
