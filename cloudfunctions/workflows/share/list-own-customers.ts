// 我的顾客: whose distributor the caller is, how that came about, and until when.
import type { Api } from '@contract/api'
import { isExpired } from '../../domain/attribution/decide-binding'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { maskName, nicknameOf } from '../../domain/text/mask'
import type { Context } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'
import { readPage } from '../read-page'
import { tellBinding } from '../shop/keep-binding-policy'

/**
 * Those whose binding has run out stay in the list until somebody else binds them. Four reads a page. Refuses
 * DISTRIBUTOR_NOT_ACTIVE: who left has no customers any more.
 */
export async function listOwnCustomers(
  ctx: Context,
  { cursor }: Api['distributor.listCustomers']['parsed'],
): Promise<Api['distributor.listCustomers']['output']> {
  insistActive(ctx)
  const { store, now } = ctx
  const where = { distributorId: distributorIdOf(ctx.caller.memberId) }
  const page = await readPage(store, 'attributions', { where, by: 'boundAt', cursor })
  const codes = page.rows.flatMap(({ shareCode }) => shareCode ?? [])
  const [binding, members, shares] = await Promise.all([
    tellBinding(ctx),
    store.getMany(
      'members',
      page.rows.map(({ _id }) => _id),
    ),
    store.getMany('shares', [...new Set(codes)]),
  ])
  const names = new Map(members.map(({ _id, nickname }) => [_id, nickname]))
  const channels = new Map(shares.map(({ _id, channel }) => [_id, channel]))
  const rows = page.rows.map((row) => ({
    id: row._id,
    name: maskName(names.get(row._id) ?? nicknameOf(row._id)),
    boundAt: row.boundAt,
    expireAt: row.expireAt,
    isExpired: isExpired(row, now),
    isPurchased: row.isPurchased,
    cause: row.change?.cause ?? null,
    isTyped: row.change?.isTyped ?? false,
    channel: channels.get(row.shareCode ?? '') ?? null,
  }))
  return { rows, next: page.next, binding }
}
