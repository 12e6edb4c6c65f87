// 实名: the caller's registration, masked.
import type { Context } from '../../ports/world'
import { readRealName, showRealName, type RealNameView } from './read-real-name'

export async function getRealName(ctx: Context): Promise<RealNameView> {
  return showRealName(await readRealName(ctx.store, ctx.caller.memberId))
}
