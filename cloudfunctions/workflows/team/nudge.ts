// 提醒一下: leaves a quiet direct member a word in the app, once a week; WeChat sends nothing.
import type { Api } from '@contract/api'
import { dateOf, weekOf } from '@contract/time'
import type { Nudge } from '@contract/model/team'
import { insist } from '../../domain/refuse'
import { judgeNudge, nudgeIdOf } from '../../domain/team/judge-nudge'
import type { Context } from '../../ports/world'
import { callerId, findMember, showMember } from './get-team-member'
import type { MemberRow } from './show-members'

/**
 * The id is made of who, whom and the week: of two at once one is left. The same request again is answered as before.
 * Refuses DISTRIBUTOR_UNKNOWN, NUDGE_AWAY, NUDGE_REFUSED, NUDGE_TWICE `{ on }`, NUDGE_LIVELY `{ days }`.
 */
export async function nudge(
  ctx: Context,
  { distributorId }: Api['distributor.nudge']['parsed'],
): Promise<MemberRow> {
  const member = await findMember(ctx, distributorId)
  const wanted = makeNudge(ctx, member.id)
  const known = await ctx.store.get('nudges', wanted._id)
  if (known?.requestId !== ctx.requestId) {
    insist(judgeNudge(member, known))
    if (!(await ctx.store.insert('nudges', wanted))) await insistSame(ctx, wanted)
  }
  return showMember(ctx, member)

  /** Somebody was faster: this very request, or another tap. */
  async function insistSame({ store, requestId }: Context, { _id }: Nudge): Promise<void> {
    const first = await store.get('nudges', _id)
    if (first?.requestId !== requestId) insist(judgeNudge(member, first))
  }
}

function makeNudge(ctx: Context, to: string): Nudge {
  const from = callerId(ctx)
  return {
    _id: nudgeIdOf(from, to, ctx.now),
    from,
    fromName: ctx.caller.distributor?.name ?? '',
    to,
    week: weekOf(dateOf(ctx.now)),
    at: ctx.now,
    requestId: ctx.requestId,
    state: 'sent',
    answeredAt: null,
  }
}
