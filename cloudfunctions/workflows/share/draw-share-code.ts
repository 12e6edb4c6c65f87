// 小程序码: the code of one of the caller's shares, for a poster.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'
import { shareScene } from './share-path'

/** Refuses DISTRIBUTOR_NOT_ACTIVE, and SHARE_UNKNOWN, also for somebody else's share. */
export async function drawShareCode(
  ctx: Context,
  { shareCode }: Api['distributor.drawShareCode']['parsed'],
): Promise<Api['distributor.drawShareCode']['output']> {
  insistActive(ctx)
  const share = await ctx.store.get('shares', shareCode)
  if (share?.distributorId !== distributorIdOf(ctx.caller.memberId)) throw refuse('SHARE_UNKNOWN')
  const { contentType, bytes } = await ctx.codes.draw(shareScene(share.target, shareCode))
  return { image: `data:${contentType};base64,${bytes.toString('base64')}` }
}
