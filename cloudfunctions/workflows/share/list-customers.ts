// 顾客: whose customers a distributor has, the latest bound first.
import type { Api } from '@contract/api'
import { isExpired } from '../../domain/attribution/decide-binding'
import { isReleased } from '../../domain/attribution/is-released'
import { refuse } from '../../domain/refuse'
import { nicknameOf } from '../../domain/text/mask'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'

/**
 * Those whose binding has run out, or was released, stay in the list until somebody else binds them. Refuses
 * DISTRIBUTOR_UNKNOWN.
 */
export async function listCustomers(
  ctx: Context,
  { distributorId, cursor }: Api['owner.listCustomers']['parsed'],
): Promise<Api['owner.listCustomers']['output']> {
  const [distributor, page] = await Promise.all([
    ctx.store.get('distributors', distributorId),
    readPage(ctx.store, 'attributions', { where: { distributorId }, by: 'boundAt', cursor }),
  ])
  if (!distributor) throw refuse('DISTRIBUTOR_UNKNOWN')
  const members = await ctx.store.getMany(
    'members',
    page.rows.map(({ _id }) => _id),
  )
  const names = new Map(members.map(({ _id, nickname }) => [_id, nickname]))
  const rows = page.rows.map((row) => ({
    id: row._id,
    name: names.get(row._id) ?? nicknameOf(row._id),
    boundAt: row.boundAt,
    expireAt: row.expireAt,
    isExpired: isExpired(row, ctx.now),
    isReleased: isReleased(row, distributor),
    isPurchased: row.isPurchased,
  }))
  const { _id, name, status } = distributor
  return { distributor: { id: _id, name, status }, customers: { rows, next: page.next } }
}
