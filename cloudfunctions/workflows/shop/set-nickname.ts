// The name under which the shop knows the caller.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'

/** Orders and commissions keep the name they were made with. */
export async function setNickname(
  ctx: Context,
  input: Api['mall.setNickname']['parsed'],
): Promise<Api['mall.setNickname']['output']> {
  const { nickname } = input
  await ctx.store.updateIf('members', ctx.caller.memberId, {}, { set: { nickname } })
  return {}
}
