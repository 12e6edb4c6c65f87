// 打开分享: counts a visitor once, binds them by the rule, and says where the share leads.
import type { Api } from '@contract/api'
import type { Share } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'
import { assert } from '../../domain/assert'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { bindVisitor } from './bind-visitor'

/**
 * One small write a new visitor (and a transaction when they are bound anew), none for who comes again. The caller's
 * own link opens and counts nothing; a frozen sharer's opens but binds nobody. Refuses SHARE_UNKNOWN and
 * SHARE_TARGET_GONE.
 */
export async function openShare(
  ctx: Context,
  { shareCode }: Api['mall.openShare']['parsed'],
): Promise<Api['mall.openShare']['output']> {
  const share = await ctx.store.get('shares', shareCode)
  if (!share) throw refuse('SHARE_UNKNOWN')
  const [sharer, product] = await Promise.all([
    ctx.store.get('distributors', share.distributorId),
    share.target.kind === 'product' ? ctx.store.get('products', share.target.productId) : null,
  ])
  assert(sharer !== null, `share ${shareCode} is nobody's`)
  if (share.target.kind === 'product' && !product?.isOnShelf) throw refuse('SHARE_TARGET_GONE')
  const isOwn = sharer.memberId === ctx.caller.memberId
  if (!isOwn) await countVisit(ctx, share)
  return {
    target: share.target,
    sharerName: sharer.name,
    isBound: isOwn ? false : await bind(ctx, share, sharer),
  }
}

/** The id holds who and what: opening it again adds nothing. */
async function countVisit(ctx: Context, share: Share): Promise<void> {
  const { memberId } = ctx.caller
  await ctx.store.insert('visits', {
    _id: `${share._id}:${memberId}`,
    shareCode: share._id,
    distributorId: share.distributorId,
    memberId,
    visitedAt: ctx.now,
  })
}

/** Whether the caller is the sharer's customer now. */
async function bind(ctx: Context, share: Share, sharer: Distributor): Promise<boolean> {
  const distributorId = await bindVisitor(ctx, { sharer, shareCode: share._id })
  return distributorId === sharer._id
}
