// Takes an address out of the book; the newest of the others becomes the default if this one was.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { byPreference } from './show-address'

/** Harmless when the address is gone already, or never was the caller's. */
export async function removeAddress(
  ctx: Context,
  { id }: Api['mall.removeAddress']['parsed'],
): Promise<Api['mall.removeAddress']['output']> {
  const { memberId } = ctx.caller
  await ctx.store.transaction(async (tx) => {
    const book = await tx.find('addresses', { memberId })
    const gone = book.find((address) => address._id === id)
    if (!gone) return
    await tx.remove('addresses', id)
    const [heir] = book.filter((address) => address !== gone).sort(byPreference)
    if (gone.isDefault && heir) await tx.update('addresses', heir._id, { set: { isDefault: true } })
    // Another change at the same moment meets this one at the member.
    await tx.update('members', memberId, { inc: { addressChanges: 1 } })
  })
  return {}
}
