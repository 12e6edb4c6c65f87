// What WeChat's notice says of a transfer: success is booked, an end without payment only when a query agrees.
import { idOf } from '@contract/ids'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'
import { raiseAlert } from '../outbox/raise-alert'
import { followWithdrawal } from './follow-withdrawal'
import { payWithdrawal } from './pay-withdrawal'

/** Refuses WITHDRAWAL_UNKNOWN, PAYMENT_AMOUNT_MISMATCH and WITHDRAWAL_MOVED_ON, each with an alert. */
export async function takeTransferNotice(
  world: World,
  notice: { readonly outBillNo: string; readonly status: string; readonly amountFen: number },
): Promise<void> {
  const subjectId = idOf('withdrawal', notice.outBillNo)
  const withdrawal = await world.store.get('withdrawals', subjectId)
  if (!withdrawal) {
    const message = '收到一笔找不到提现单的转账通知，请核对'
    await raiseAlert(world, { kind: 'TRANSFER_UNKNOWN', subjectId, message })
    throw refuse('WITHDRAWAL_UNKNOWN')
  }
  if (withdrawal.netFen !== notice.amountFen) {
    const message = '转账通知的金额和提现单不一致，请核对'
    await raiseAlert(world, { kind: 'TRANSFER_AMOUNT_MISMATCH', subjectId, message })
    throw refuse('PAYMENT_AMOUNT_MISMATCH')
  }
  if (withdrawal.status === 'returned' && notice.status === 'success') {
    const message = '一笔已经退回余额的提现又收到到账通知，可能付了两次，请核对'
    await raiseAlert(world, { kind: 'TRANSFER_AFTER_RETURN', subjectId, message })
    throw refuse('WITHDRAWAL_MOVED_ON')
  }
  if (withdrawal.status === 'paid' || withdrawal.status === 'returned') return
  if (notice.status === 'success') return payWithdrawal(world, subjectId)
  await followWithdrawal(world, withdrawal)
}
