// 提现记录: the caller's withdrawals, newest first.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { showWithdrawal } from './show-withdrawal'

export async function listOwnWithdrawals(
  ctx: Context,
  { cursor }: Api['distributor.listWithdrawals']['parsed'],
): Promise<Api['distributor.listWithdrawals']['output']> {
  const where = { distributorId: distributorIdOf(ctx.caller.memberId) }
  const page = await readPage(ctx.store, 'withdrawals', { where, by: 'requestedAt', cursor })
  return { rows: page.rows.map(showWithdrawal), next: page.next }
}
