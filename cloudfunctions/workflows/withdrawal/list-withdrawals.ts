// 提现审核: the payout desk. What waits for a decision comes oldest first, everything else newest first.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { readApprovers } from './read-approvers'
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
  const [distributors, approvers] = await Promise.all([
    ctx.store.getMany('distributors', ids),
    readApprovers(ctx),
  ])
  const tiers = new Map(distributors.map((person) => [person._id, person.tier]))
  const callerId = ctx.caller.memberId
  const rows = page.rows.map((row) => {
    const tier = tiers.get(row.distributorId) ?? 'sprout'
    return showDeskRow(row, { tier, callerId, approvers })
  })
  return { rows, next: page.next }
}
