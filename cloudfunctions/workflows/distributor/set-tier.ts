// 调整等级: the owner sets a tier by hand; orders paid from now on pay by it.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { changeStanding } from './change-standing'

/** Refuses DISTRIBUTOR_UNKNOWN, OWN_CASE. */
export function setTier(
  ctx: Context,
  { distributorId, tier }: Api['owner.setTier']['parsed'],
): Promise<Api['owner.setTier']['output']> {
  return changeStanding(ctx, distributorId, { tier })
}
