// What a state of WeChat's transfer bill means for a withdrawal; only final states move money.
import type { Withdrawal, WithdrawalStatus } from '@contract/model/ledger'
import { assertNever } from '../../domain/assert'
import { nextCheckAt } from '../../domain/withdrawal/next-check'
import type { TransferState } from '../../ports/transfers'
import type { World } from '../../ports/world'
import { TRANSFER_FAILURES } from './failure-words.data'
import { payWithdrawal } from './pay-withdrawal'
import { returnWithdrawal } from './return-withdrawal'

const SENT: readonly WithdrawalStatus[] = ['dispatched', 'awaiting-confirmation']

/** `state` is an answer of WeChat's to a dispatch or a query, never a notice alone. */
export async function applyTransferState(
  world: World,
  withdrawal: Withdrawal,
  state: TransferState,
): Promise<void> {
  switch (state.state) {
    case 'success':
      return payWithdrawal(world, withdrawal._id)
    case 'fail':
      return returnWithdrawal(world, withdrawal._id, failureText(state.reason))
    case 'cancelled':
      return returnWithdrawal(world, withdrawal._id, '转账已撤销')
    case 'wait-user-confirm': {
      const opened = state.packageInfo === undefined ? {} : { packageInfo: state.packageInfo }
      return wait(world, withdrawal, { status: 'awaiting-confirmation', reason: null, ...opened })
    }
    case 'accepted':
    case 'processing':
    case 'transferring':
    case 'canceling':
      return wait(world, withdrawal, { reason: null })
    case 'not-found':
      return
    default:
      return assertNever(state)
  }
}

async function wait(world: World, withdrawal: Withdrawal, set: object): Promise<void> {
  const checkAt = nextCheckAt(withdrawal.dispatchedAt ?? world.now, world.now)
  const change = { set: { ...set, checkAt } }
  await world.store.updateIf('withdrawals', withdrawal._id, { status: { in: SENT } }, change)
}

function failureText(code: string): string {
  return TRANSFER_FAILURES[code] ?? `微信转账没有成功（${code}）`
}
