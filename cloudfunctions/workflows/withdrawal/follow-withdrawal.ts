// Asks WeChat how a sent withdrawal stands and acts on the answer.
import { DAY_MS, MINUTE_MS } from '@contract/time'
import type { Withdrawal } from '@contract/model/ledger'
import { nextCheckAt } from '../../domain/withdrawal/next-check'
import type { World } from '../../ports/world'
import { raiseAlert } from '../outbox/raise-alert'
import { applyTransferState } from './apply-transfer-state'
import { returnWithdrawal } from './return-withdrawal'
import { sendTransfer } from './send-transfer'

/** How long "no such bill" must hold after a refusal before it counts as final. */
const HELD_MS = 2 * MINUTE_MS

/** WeChat answers for bills of the last 30 days (its page on querying a transfer by out_bill_no); kept well within. */
const TOLD_MS = 25 * DAY_MS

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
  // WeChat tells nothing of older bills: it may have been paid long ago.
  if (world.now - dispatchedAt >= TOLD_MS) return callPerson(world, withdrawal)
  // Never arrived at WeChat: offered again under the same number, unless WeChat had refused it.
  if (reason === null) return sendTransfer(world, withdrawal)
  if (world.now - dispatchedAt >= HELD_MS) return returnWithdrawal(world, withdrawal._id, reason)
  const set = { checkAt: nextCheckAt(dispatchedAt, world.now) }
  await world.store.updateIf('withdrawals', withdrawal._id, { status }, { set })
}

function callPerson(world: World, { _id: subjectId }: Withdrawal): Promise<void> {
  const message = '一笔打款过了很久没有结果，微信已经查不到，请用资金账单核对，不要重打'
  return raiseAlert(world, { kind: 'TRANSFER_LOST', subjectId, message })
}
