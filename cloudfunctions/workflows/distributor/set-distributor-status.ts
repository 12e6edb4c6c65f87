// 冻结/恢复: a frozen distributor earns nothing on new payments and can't withdraw; what was earned stays theirs.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { changeStanding } from './change-standing'

/** Refuses DISTRIBUTOR_UNKNOWN, OWN_CASE. */
export function setDistributorStatus(
  ctx: Context,
  { distributorId, status }: Api['owner.setDistributorStatus']['parsed'],
): Promise<Api['owner.setDistributorStatus']['output']> {
  return changeStanding(ctx, distributorId, { status })
}
