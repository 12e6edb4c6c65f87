// An address as its owner sees it, and the order in which the book lists them.
import type { Api } from '@contract/api'
import type { Address } from '@contract/model/people'

type AddressView = Api['mall.listAddresses']['output']['addresses'][number]

export function showAddress(address: Address): AddressView {
  const { _id, memberId: _memberId, ...rest } = address
  return { id: _id, ...rest }
}

/** The default first, then the newest. */
export function byPreference(a: Address, b: Address): number {
  return Number(b.isDefault) - Number(a.isDefault) || (a._id < b._id ? 1 : -1)
}
