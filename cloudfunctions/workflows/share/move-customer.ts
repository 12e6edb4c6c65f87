// 移客户: the owner makes a customer somebody else's, with a reason that stays on record.
import type { Api } from '@contract/api'
import { isLapsed } from '../../domain/agreement/signing-state'
import { decideMove, moveAttribution } from '../../domain/attribution/decide-move'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { insist, refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { followCustomers } from './follow-customers'
import { momentAfter, putAttribution } from './put-attribution'

/**
 * Orders placed before keep whom they were credited to. Moving to whom the customer belongs already changes nothing.
 * Refuses CUSTOMER_UNKNOWN, DISTRIBUTOR_UNKNOWN, OWN_CASE (the caller gains, loses or is the customer), MOVE_….
 */
export async function moveCustomer(
  ctx: Context,
  { memberId, distributorId, reason }: Api['owner.moveCustomer']['parsed'],
): Promise<Api['owner.moveCustomer']['output']> {
  const shop = await readShop(ctx)
  const changeId = ctx.newId('attribution')
  const { member, memberId: callerId } = ctx.caller
  return ctx.store.transaction(async (tx) => {
    const current = await tx.get('attributions', memberId)
    if (!current) throw refuse('CUSTOMER_UNKNOWN')
    const sharer = await tx.get('distributors', distributorId)
    if (!sharer?.admittedAt) throw refuse('DISTRIBUTOR_UNKNOWN')
    const ownId = distributorIdOf(callerId)
    if ([sharer._id, current.distributorId].includes(ownId) || memberId === callerId) {
      throw refuse('OWN_CASE')
    }
    if (current.distributorId === distributorId) return {}
    const way = { memberId, sharerId: distributorId, now: ctx.now }
    const customerOf = await followCustomers(tx, way)
    const asked = { current, sharer, visitorId: memberId, customerOf }
    const isSharerLapsed = isLapsed(shop.agreement, sharer, ctx.now)
    const question = {
      ...asked,
      isSharerLapsed,
      policy: shop.binding,
      now: momentAfter(current, ctx.now),
    }
    insist(decideMove(question))
    const move = { by: callerId, name: member.nickname, reason }
    await putAttribution(tx, current, moveAttribution(question, 'moved-by-owner', move, changeId))
    return {}
  })
}
