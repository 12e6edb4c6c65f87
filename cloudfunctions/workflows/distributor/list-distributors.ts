// 分销员管理: distributors by status; applications that wait come oldest first, everyone else newest first.
import type { Api } from '@contract/api'
import { ZERO } from '@contract/money'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'

export async function listDistributors(
  ctx: Context,
  { status, cursor }: Api['owner.listDistributors']['parsed'],
): Promise<Api['owner.listDistributors']['output']> {
  const page = await readPage(ctx.store, 'distributors', {
    where: status === undefined ? {} : { status },
    by: 'appliedAt',
    direction: status === 'applied' ? 'asc' : 'desc',
    cursor,
  })
  const inviterIds = page.rows.flatMap((row) => row.inviterId ?? [])
  const [inviters, wallets] = await Promise.all([
    ctx.store.getMany('distributors', inviterIds),
    ctx.store.getMany(
      'wallets',
      page.rows.map((row) => row._id),
    ),
  ])
  const names = new Map(inviters.map(({ _id, name }) => [_id, name]))
  const earned = new Map(wallets.map(({ _id, earnedFen }) => [_id, earnedFen]))
  const rows = page.rows.map((row) => ({
    id: row._id,
    name: row.name,
    status: row.status,
    tier: row.tier,
    inviterName: names.get(row.inviterId ?? '') ?? null,
    appliedAt: row.appliedAt,
    admittedAt: row.admittedAt,
    earnedFen: earned.get(row._id) ?? ZERO,
  }))
  return { rows, next: page.next }
}
