// 他的钱包流水: what moved the wallet, newest first, as its owner sees it.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readMovements } from '../wallet/read-movements'

export function listPersonMovements(
  ctx: Context,
  { distributorId, cursor }: Api['owner.listPersonMovements']['parsed'],
): Promise<Api['owner.listPersonMovements']['output']> {
  return readMovements(ctx, distributorId, cursor)
}
