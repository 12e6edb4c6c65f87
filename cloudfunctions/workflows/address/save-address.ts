// Adds an address to the book or changes one; there is one default while there is any address.
import { idOf } from '@contract/ids'
import type { Api } from '@contract/api'
import type { Address } from '@contract/model/people'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { suffixOfRequest } from '../name-by-request'

const ADDRESS_LIMIT = 20

/** Refuses with ADDRESS_UNKNOWN or ADDRESS_LIMIT. */
export async function saveAddress(
  ctx: Context,
  input: Api['mall.saveAddress']['parsed'],
): Promise<Api['mall.saveAddress']['output']> {
  const { memberId } = ctx.caller
  const { id, isDefault, ...fields } = input
  // From the request, so that a try that takes over from a killed one adds no second address.
  const addressId = id ?? idOf('address', suffixOfRequest(ctx))
  await ctx.store.transaction(async (tx) => {
    const book = await tx.find('addresses', { memberId })
    const before = book.find((address) => address._id === addressId)
    if (id && !before) throw refuse('ADDRESS_UNKNOWN')
    if (!before && book.length >= ADDRESS_LIMIT) {
      throw refuse('ADDRESS_LIMIT', { limit: ADDRESS_LIMIT })
    }
    const others = book.filter((address) => address._id !== addressId)
    const mustBeDefault = isDefault || !others.some((address) => address.isDefault)
    for (const other of others) {
      if (!mustBeDefault || !other.isDefault) continue
      await tx.update('addresses', other._id, { set: { isDefault: false } })
    }
    const address: Address = { _id: addressId, memberId, ...fields, isDefault: mustBeDefault }
    await tx.put('addresses', address)
    // Two at once each see no other: writing the member lets only one of them through.
    await tx.update('members', memberId, { inc: { addressChanges: 1 } })
  })
  return { id: addressId }
}
