// 确认收款: what wx.requestMerchantTransfer needs to show a receiver their transfer.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readOwnWithdrawal } from './read-withdrawal'

/** Refuses WITHDRAWAL_UNKNOWN, and WITHDRAWAL_NOT_CONFIRMABLE unless it waits for the caller. */
export async function confirmWithdrawal(
  ctx: Context,
  { withdrawalId }: Api['distributor.confirmWithdrawal']['parsed'],
): Promise<Api['distributor.confirmWithdrawal']['output']> {
  const { status, packageInfo } = await readOwnWithdrawal(ctx, withdrawalId)
  if (status !== 'awaiting-confirmation' || packageInfo === null) {
    throw refuse('WITHDRAWAL_NOT_CONFIRMABLE')
  }
  return ctx.transfers.clientParams(packageInfo)
}
