// 归属记录: whose customer somebody has been, through what, and who moved them why.
import type { Api } from '@contract/api'
import { everyChange } from '../../domain/attribution/every-change'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'

export async function getCustomerHistory(
  ctx: Context,
  { memberId, cursor }: Api['owner.getCustomerHistory']['parsed'],
): Promise<Api['owner.getCustomerHistory']['output']> {
  const { rows, next } = await readHistory(ctx, memberId, cursor)
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

/** The newest stands on the attribution, which is read first: one whose place is taken meanwhile is not lost. */
async function readHistory(ctx: Context, memberId: string, cursor: string | undefined) {
  const current = cursor === undefined ? await ctx.store.get('attributions', memberId) : null
  const where = { memberId }
  const page = await readPage(ctx.store, 'attribution_changes', { where, by: 'at', cursor })
  return { rows: everyChange(page.rows, current ? [current] : []), next: page.next }
}
