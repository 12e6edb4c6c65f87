// 处理完了: closes an alert with a note; whoever was first stands, a repeat changes nothing.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context, World } from '../../ports/world'

/** Refuses NOT_FOUND. */
export async function closeAlert(
  ctx: Context,
  { alertId, note }: Api['owner.closeAlert']['parsed'],
): Promise<Api['owner.closeAlert']['output']> {
  const { memberId: by, member } = ctx.caller
  const closing = { by, name: member.nickname, at: ctx.now, note }
  const set = { isOpen: false, closing }
  if (await ctx.store.updateIf('alerts', alertId, { isOpen: true }, { set })) return {}
  if (!(await ctx.store.get('alerts', alertId))) throw refuse('NOT_FOUND')
  return {}
}

/** The matter solved itself: nobody need look at it any more. */
export async function closeSolvedAlert(
  world: World,
  kind: string,
  subjectId: string,
  note: string,
): Promise<void> {
  const closing = { by: 'system', name: '系统', at: world.now, note }
  const set = { isOpen: false, closing }
  await world.store.updateIf('alerts', `${kind}:${subjectId}`, { isOpen: true }, { set })
}
