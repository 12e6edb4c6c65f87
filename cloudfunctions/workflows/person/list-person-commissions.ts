// 他的佣金: newest first, each naming the order whose page shows what it paid to whom.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { showCommission } from '../commission/show-commission'
import { readPage } from '../read-page'

export async function listPersonCommissions(
  ctx: Context,
  { distributorId, cursor }: Api['owner.listPersonCommissions']['parsed'],
): Promise<Api['owner.listPersonCommissions']['output']> {
  const where = { distributorId }
  const page = await readPage(ctx.store, 'commissions', { where, by: 'accruedAt', cursor })
  const rows = page.rows.map((row) => ({ ...showCommission(row), orderId: row.orderId }))
  return { rows, next: page.next }
}
