// 佣金明细: the caller's commissions, newest first.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { showCommission } from './show-commission'

export async function listCommissions(
  ctx: Context,
  { status, cursor }: Api['distributor.listCommissions']['parsed'],
): Promise<Api['distributor.listCommissions']['output']> {
  const own = { distributorId: distributorIdOf(ctx.caller.memberId) }
  const where = status === undefined ? own : { ...own, status }
  const page = await readPage(ctx.store, 'commissions', { where, by: 'accruedAt', cursor })
  return { rows: page.rows.map(showCommission), next: page.next }
}
