// 退回: WeChat said for good that the money did not arrive; it is available again, and the month's tax is undone.
import { subtractFen } from '@contract/money'
import type { Withdrawal } from '@contract/model/ledger'
import { assert } from '../../domain/assert'
import { enterWithdrawalReturned } from '../../domain/ledger/enter-withdrawal'
import { giveBackAsk, postToWallet } from '../../domain/ledger/post-to-wallet'
import { assertWithdrawalMove } from '../../domain/withdrawal/withdrawal-lifecycle'
import type { Transaction } from '../../ports/store'
import type { World } from '../../ports/world'
import { readWallet } from '../wallet/read-wallet'
import { readWithdrawal } from './read-withdrawal'

/** Once: a repeat finds it returned. `reason` is what its asker reads. */
export function returnWithdrawal(
  world: World,
  withdrawalId: string,
  reason: string,
): Promise<void> {
  const { now } = world
  return world.store.transaction(async (tx) => {
    const withdrawal = await readWithdrawal(tx, withdrawalId)
    if (withdrawal.status === 'returned') return
    assertWithdrawalMove(withdrawal.status, 'returned')
    const wallet = await readWallet(tx, withdrawal.distributorId)
    const entry = enterWithdrawalReturned(withdrawal, wallet, now)
    const ended = { endedAt: now, reason, checkAt: null, packageInfo: null }
    await tx.update('withdrawals', withdrawalId, { set: { status: 'returned', ...ended } })
    await tx.insert('ledger_entries', entry)
    await tx.put('wallets', giveBackAsk(postToWallet(wallet, entry), withdrawal))
    await undoTax(tx, withdrawal)
  })
}

async function undoTax(tx: Transaction, withdrawal: Withdrawal): Promise<void> {
  const { distributorId, taxMonth, amountFen, taxFen } = withdrawal
  const month = await tx.get('tax_months', `${distributorId}:${taxMonth}`)
  assert(month !== null, `${withdrawal._id} was sent in no month`)
  await tx.put('tax_months', {
    ...month,
    incomeFen: subtractFen(month.incomeFen, amountFen),
    taxFen: subtractFen(month.taxFen, taxFen),
  })
}
