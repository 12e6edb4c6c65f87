// 开店: makes the caller the first owner, once, with the code that the deployer set.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import { defaultShop } from '../../domain/shop/default-shop'
import { AlreadyExists } from '../../ports/store'
import type { Context } from '../../ports/world'
import { findShop } from './read-shop'
import { isSameSecret } from './same-secret'

/** Refuses with BOOTSTRAP_CODE_WRONG or SHOP_ALREADY_CLAIMED. Of several at once, one becomes the owner. */
export async function claimShop(
  ctx: Context,
  input: Api['owner.claimShop']['parsed'],
): Promise<Api['owner.claimShop']['output']> {
  const { member } = ctx.caller
  const { bootstrapCode } = ctx
  // Fingerprints are compared, so that neither the length nor the beginning of the code can be timed.
  const isRight =
    bootstrapCode !== null &&
    isSameSecret(ctx.digest(bootstrapCode), ctx.digest(input.bootstrapCode))
  if (!isRight) throw refuse('BOOTSTRAP_CODE_WRONG')
  const shop = defaultShop({ name: input.shopName, ownerId: member._id, now: ctx.now })
  const staffRoles = [...new Set([...member.staffRoles, 'owner' as const])]
  try {
    await ctx.store.transaction(async (tx) => {
      await tx.insert('settings', shop)
      await tx.update('members', member._id, { set: { staffRoles } })
    })
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error
    const claimed = await findShop(ctx)
    if (claimed?.ownerId !== member._id) throw refuse('SHOP_ALREADY_CLAIMED')
  }
  return {}
}
