// Asks WeChat how a sent withdrawal stands and acts on the answer.
import { MINUTE_MS } from '@contract/time'
import type { Withdrawal } from '@contract/model/ledger'
import { nextCheckAt } from '../../domain/withdrawal/next-check'
import type { World } from '../../ports/world'
import { applyTransferState } from './apply-transfer-state'
import { returnWithdrawal } from './return-withdrawal'
import { sendTransfer } from './send-transfer'

/** How long "no such bill" must hold after a refusal before it counts as final. */
const HELD_MS = 2 * MINUTE_MS

/** Nothing to ask unless it was sent and has not ended. Throws PayUnknown when WeChat doesn't answer. */
export async function followWithdrawal(world: World, withdrawal: Withdrawal): Promise<void> {
  const { status, dispatchedAt, reason } = withdrawal
  if ((status !== 'dispatched' && status !== 'awaiting-confirmation') || dispatchedAt === null)
    return
  const state = await world.transfers.query(withdrawal.outBillNo)
  // A query doesn't tell what opens the receiver's sheet; asking again under the same number does.
  const opens = state.state === 'wait-user-confirm' ? state.packageInfo : ''
  if (opens === undefined && withdrawal.packageInfo === null) return sendTransfer(world, withdrawal)
  if (state.state !== 'not-found') return applyTransferState(world, withdrawal, state)
  // Never arrived at WeChat: offered again under the same number, unless WeChat had refused it.
  if (reason === null) return sendTransfer(world, withdrawal)
  if (world.now - dispatchedAt >= HELD_MS) return returnWithdrawal(world, withdrawal._id, reason)
  const set = { checkAt: nextCheckAt(dispatchedAt, world.now) }
  await world.store.updateIf('withdrawals', withdrawal._id, { status }, { set })
}
