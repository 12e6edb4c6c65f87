// 退回: WeChat said for good that the money did not arrive; it is available again, and the month's tax is undone.
import type { Withdrawal } from '@contract/model/ledger'
import { assert } from '../../domain/assert'
import { enterWithdrawalReturned } from '../../domain/ledger/enter-withdrawal'
import { giveBackAsk, postToWallet } from '../../domain/ledger/post-to-wallet'
import { takeFromYear, taxYearId } from '../../domain/tax/tax-year'
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

/** Out of the month in which it was dispatched, also when a new year has begun since. */
async function undoTax(tx: Transaction, withdrawal: Withdrawal): Promise<void> {
  const { distributorId, taxMonth } = withdrawal
  assert(taxMonth !== null, `${withdrawal._id} was sent in no month`)
  const year = await tx.get('tax_years', taxYearId(distributorId, taxMonth))
  assert(year !== null, `${withdrawal._id} is in no tax year`)
  await tx.put('tax_years', takeFromYear(year, withdrawal))
}
