// 补填邀请码: a link was lost on the way; its code, read out by whoever sent it, does what the link would have done.
import type { Api } from '@contract/api'
import { readTypedCode } from '../../domain/share/read-typed-code'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { bindVisitor } from './bind-visitor'
import { countTypedCode } from './count-typed-code'
import { countVisit, findShare, leadTo } from './open-share'

/**
 * Stricter than a link (domain/attribution/decide-rescue.ts). Typing it again changes nothing. Refuses SHARE_UNKNOWN,
 * SHARE_EXPIRED, RESCUE_…; RESCUE_TOO_MANY before anything is looked up.
 */
export async function enterShareCode(
  ctx: Context,
  { code }: Api['mall.enterShareCode']['parsed'],
): Promise<Api['mall.enterShareCode']['output']> {
  const shareCode = readTypedCode(code)
  if (shareCode === null) throw refuse('SHARE_UNKNOWN')
  await countTypedCode(ctx, shareCode)
  const { share, sharer, gone } = await findShare(ctx, shareCode)
  const holder = await bindVisitor(ctx, { sharer, shareCode, isTyped: true })
  await countVisit(ctx, share)
  return { ...leadTo(share, sharer, gone), isBound: holder === sharer._id, shareCode }
}
