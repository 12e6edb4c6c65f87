// 地址簿: the caller's addresses, the default first.
import type { Api } from '@contract/api'
import type { Address } from '@contract/model/people'
import type { Context } from '../../ports/world'
import { byPreference, showAddress } from './show-address'

export async function listAddresses(ctx: Context): Promise<Api['mall.listAddresses']['output']> {
  return { addresses: (await readAddresses(ctx)).map(showAddress) }
}

/** The caller's addresses, the one to offer first. */
export async function readAddresses(ctx: Context): Promise<Address[]> {
  const found = await ctx.store.find('addresses', { memberId: ctx.caller.memberId })
  return found.sort(byPreference)
}
