// 申请进度: how far the caller is in becoming a distributor, and what they could earn.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { maskName } from '../../domain/text/mask'
import type { Context } from '../../ports/world'
import { readPlanInForce } from '../plan/read-plan'
import { findShop } from '../shop/read-shop'
import { readInviter } from './read-inviter'

export async function getApplication(
  ctx: Context,
  { shareCode }: Api['distributor.getApplication']['parsed'],
): Promise<Api['distributor.getApplication']['output']> {
  const distributorId = distributorIdOf(ctx.caller.memberId)
  const [distributor, shop] = await Promise.all([
    ctx.store.get('distributors', distributorId),
    findShop(ctx),
  ])
  const plan = shop && (await readPlanInForce(ctx, shop))
  // Once applied, the inviter stays who it was; somebody rejected may come back through another link.
  const isFixed = distributor !== null && distributor.status !== 'rejected'
  const inviter = isFixed
    ? distributor.inviterId && (await ctx.store.get('distributors', distributor.inviterId))
    : await readInviter(ctx, { shop, shareCode, applicantId: distributorId })
  return {
    status: distributor?.status ?? null,
    rejectReason: distributor?.rejectReason ?? null,
    inviterName: inviter ? maskName(inviter.name) : null,
    rateText: plan ? [...plan.rules.rateBps] : [],
    freezeDays: plan?.rules.freezeDays ?? null,
  }
}
