// 申请成为分销员: no fee, no purchase; the inviter is whose share the applicant came through.
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { readInviter } from './read-inviter'

/**
 * Repeating it while the application waits changes nothing; after a rejection it asks anew. Refuses SHOP_NOT_OPEN,
 * ALREADY_DISTRIBUTOR, and DISTRIBUTOR_NOT_ACTIVE for whoever left.
 */
export async function apply(
  ctx: Context,
  { name, shareCode }: Api['distributor.apply']['parsed'],
): Promise<Api['distributor.apply']['output']> {
  await readShop(ctx)
  const application = await makeApplication(ctx, name, shareCode)
  if (await ctx.store.insert('distributors', application)) return { status: 'applied' }
  const { _id, inviterId, appliedAt } = application
  const set = { status: 'applied', name, inviterId, appliedAt, rejectReason: null }
  if (await ctx.store.updateIf('distributors', _id, { status: 'rejected' }, { set })) {
    return { status: 'applied' }
  }
  const distributor = await ctx.store.get('distributors', _id)
  if (distributor?.status === 'exited') throw refuse('DISTRIBUTOR_NOT_ACTIVE')
  if (distributor?.status !== 'applied') throw refuse('ALREADY_DISTRIBUTOR')
  return { status: 'applied' }
}

async function makeApplication(
  ctx: Context,
  name: string,
  shareCode: string | undefined,
): Promise<Distributor> {
  const { memberId } = ctx.caller
  const _id = distributorIdOf(memberId)
  const inviter = await readInviter(ctx, shareCode, _id)
  return {
    _id,
    memberId,
    name,
    status: 'applied',
    tier: 'sprout',
    standings: [],
    inviterId: inviter?._id ?? null,
    uplineIds: [],
    appliedAt: ctx.now,
    admittedAt: null,
    rejectReason: null,
  }
}
