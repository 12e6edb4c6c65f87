// The picture under which the caller recommends things: on their posters, and for themself.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import { areOwnPictures } from '../../domain/upload/own-files'
import type { Context } from '../../ports/world'

/** Refuses AVATAR_FOREIGN for a file that a phone of this shop did not upload. */
export async function setAvatar(
  ctx: Context,
  { file }: Api['mall.setAvatar']['parsed'],
): Promise<Api['mall.setAvatar']['output']> {
  if (!areOwnPictures(ctx.envId, [file])) throw refuse('AVATAR_FOREIGN')
  await ctx.store.updateIf('members', ctx.caller.memberId, {}, { set: { avatar: file } })
  return {}
}
