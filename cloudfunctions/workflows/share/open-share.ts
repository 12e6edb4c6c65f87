// 打开分享: counts a visitor once, binds them by the rule, and says where the share leads.
import type { Api } from '@contract/api'
import type { Share } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'
import { assert } from '../../domain/assert'
import { refuse } from '../../domain/refuse'
import { judgeTarget, type Gone } from '../../domain/share/judge-target'
import type { Context } from '../../ports/world'
import { bindVisitor } from './bind-visitor'
import { readTarget } from './read-target'

type Opened = Api['mall.openShare']['output']

/**
 * One small write a new visitor (and a transaction of two when they are bound anew), none for who comes again. The
 * caller's own link opens and counts nothing; a frozen sharer's opens but binds nobody; one whose product is gone, or
 * whose campaign doesn't run, leads to the shop. Refuses SHARE_UNKNOWN, and SHARE_EXPIRED once the sharer has left.
 */
export async function openShare(
  ctx: Context,
  { shareCode }: Api['mall.openShare']['parsed'],
): Promise<Opened> {
  const { share, sharer, gone } = await findShare(ctx, shareCode)
  if (sharer.memberId === ctx.caller.memberId) {
    return { ...leadTo(share, sharer, gone), isBound: false }
  }
  const isFirst = await countVisit(ctx, share)
  const distributorId = await bindVisitor(ctx, { sharer, shareCode: share._id })
  return {
    ...leadTo(share, sharer, gone),
    isBound: distributorId === sharer._id,
    isRepeat: !isFirst,
  }
}

/** A share that still leads somewhere, with who made it. */
export async function findShare(ctx: Context, shareCode: string) {
  const share = await ctx.store.get('shares', shareCode)
  if (!share) throw refuse('SHARE_UNKNOWN')
  const [sharer, found] = await Promise.all([
    ctx.store.get('distributors', share.distributorId),
    readTarget(ctx, share.target),
  ])
  assert(sharer !== null, `share ${shareCode} is nobody's`)
  if (sharer.status !== 'active' && sharer.status !== 'frozen') throw refuse('SHARE_EXPIRED')
  return { share, sharer, gone: judgeTarget(share.target, found, ctx.now) }
}

/** What every way of opening answers. */
export function leadTo(share: Share, sharer: Distributor, gone: Gone | null) {
  const target = gone ? ({ kind: 'shop' } as const) : share.target
  return { target, sharerName: sharer.name, isTargetGone: gone !== null, gone }
}

/** The id holds who and what: opening it again adds nothing. False for who has been here before. */
export function countVisit(ctx: Context, share: Share): Promise<boolean> {
  const { memberId } = ctx.caller
  return ctx.store.insert('visits', {
    _id: visitId(share._id, memberId),
    shareCode: share._id,
    distributorId: share.distributorId,
    memberId,
    visitedAt: ctx.now,
  })
}

export function visitId(shareCode: string, memberId: string): string {
  return `${shareCode}:${memberId}`
}
