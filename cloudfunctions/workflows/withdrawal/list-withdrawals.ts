// 提现审核: the payout desk. What waits for a decision comes oldest first, everything else newest first.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { showDeskRow } from './show-desk-row'

export async function listWithdrawals(
  ctx: Context,
  { status, cursor }: Api['owner.listWithdrawals']['parsed'],
): Promise<Api['owner.listWithdrawals']['output']> {
  const page = await readPage(ctx.store, 'withdrawals', {
    where: status === undefined ? {} : { status },
    by: 'requestedAt',
    direction: status === 'requested' ? 'asc' : 'desc',
    cursor,
  })
  const ids = page.rows.map((row) => row.distributorId)
  const tiers = new Map(
    (await ctx.store.getMany('distributors', ids)).map((person) => [person._id, person.tier]),
  )
  const rows = page.rows.map((row) =>
    showDeskRow(row, tiers.get(row.distributorId) ?? 'sprout', ctx.caller.memberId),
  )
  return { rows, next: page.next }
}
