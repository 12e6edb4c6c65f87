// 写说明: a person explains a difference, closes it, or opens it again; the audit trail keeps every note.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { countDifferences, dismissCalls } from './end-run'
import { showDifference } from './get-reconciled-day'

/** Refuses DIFFERENCE_UNKNOWN, and DIFFERENCE_CLEARED for one on which both sides agree by now. */
export async function noteDifference(
  ctx: Context,
  { differenceId, state, note }: Api['owner.noteDifference']['parsed'],
): Promise<Api['owner.noteDifference']['output']> {
  const { memberId, member } = ctx.caller
  const noted = { notedBy: memberId, notedByName: member.nickname, notedAt: ctx.now }
  const isNoted = await ctx.store.updateIf(
    'reconcile_differences',
    differenceId,
    { state: { in: ['open', 'explained', 'closed'] } },
    { set: { state, note, ...noted } },
  )
  const difference = await ctx.store.get('reconcile_differences', differenceId)
  if (!difference) throw refuse('DIFFERENCE_UNKNOWN')
  if (!isNoted) throw refuse('DIFFERENCE_CLEARED')
  const { openCount } = await countDifferences(ctx, difference.on)
  await ctx.store.updateIf('reconciled_days', difference.on, {}, { set: { openCount } })
  if (openCount === 0) await dismissCalls(ctx, difference.on)
  return showDifference(difference)
}
