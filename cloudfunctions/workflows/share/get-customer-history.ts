// 归属记录: whose customer somebody has been, through what, and who moved them why.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'

export async function getCustomerHistory(
  ctx: Context,
  { memberId, cursor }: Api['owner.getCustomerHistory']['parsed'],
): Promise<Api['owner.getCustomerHistory']['output']> {
  const { rows, next } = await readPage(ctx.store, 'attribution_changes', {
    where: { memberId },
    by: 'at',
    cursor,
  })
  const [distributors, shares] = await Promise.all([
    ctx.store.getMany(
      'distributors',
      rows.flatMap(({ from, to }) => [to, ...(from === null ? [] : [from])]),
    ),
    ctx.store.getMany(
      'shares',
      rows.flatMap(({ shareCode }) => shareCode ?? []),
    ),
  ])
  const names = new Map(distributors.map(({ _id, name }) => [_id, name]))
  const channels = new Map(shares.map(({ _id, channel }) => [_id, channel]))
  return {
    rows: rows.map(({ _id, at, from, to, cause, shareCode, isTyped, move }) => ({
      id: _id,
      at,
      fromName: from === null ? null : (names.get(from) ?? null),
      toName: names.get(to) ?? '',
      cause,
      isTyped: isTyped === true,
      channel: channels.get(shareCode ?? '') ?? null,
      movedBy: move?.name ?? null,
      reason: move?.reason ?? null,
    })),
    next,
  }
}
